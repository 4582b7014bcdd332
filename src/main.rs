//! The `chronicle` command: arguments, run, exit code.

/// Threads free memory that others allocated. With the allocator of the C library, contention takes a quarter of the time of
/// a large build.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    chronicle::cli::main(std::env::args_os())
}
