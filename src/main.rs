//! The report in the browser; natively the command line over the same models.

#[cfg(target_arch = "wasm32")]
fn main() {
    industry2040::web::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    industry2040::cli::main(std::env::args_os().skip(1))
}
