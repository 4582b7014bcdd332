//! The `chronicle` command: arguments, run, exit code.

/// Workers allocate and free each other's memory. With the allocator of the C library they contend for a quarter of the
/// time of a large build.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    chronicle::cli::main(std::env::args_os())
}
