//! The `chronicle` command: arguments, run, exit code.

/// Pages are made on all threads, and each of them takes and gives back memory that another took: the allocator of the C
/// library has them wait for each other, for a quarter of the time of a large build.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    chronicle::cli::main(std::env::args_os())
}
