//! The `chronicle` command: arguments, run, exit code.

fn main() -> std::process::ExitCode {
    chronicle::cli::main(std::env::args_os())
}
