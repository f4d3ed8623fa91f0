//! What the steps need from outside: installed where that can be done without asking, otherwise named in a sentence.

use std::path::{Path, PathBuf};

use crate::command::{NPM, command, find, output, run};
use crate::tools::{GECKODRIVER, TRUNK, WASM_BINDGEN, WASM_SPLIT};
use crate::{Outcome, Stop, fingerprint, step};

const TARGET: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Everything to build `dist` with.
pub fn for_build(root: &Path) -> Outcome {
    for_rust(root)?;
    node_packages(root)?;
    WASM_BINDGEN.install(root)?;
    WASM_SPLIT.install(root)?;
    TRUNK.install(root)
}

/// Node.js, which must be there, and the packages of `package.json`.
pub fn node_packages(root: &Path) -> Outcome {
    node(root)?;
    npm_packages(root)
}

/// The compiler's WebAssembly target, and the crates: Trunk calls cargo offline.
pub fn for_rust(root: &Path) -> Outcome {
    wasm_target(root)?;
    let locked: &[&str] = if is_ci() { &["--locked"] } else { &[] };
    run(
        "fetch crates",
        command(root, "cargo", &["fetch", "--quiet"]).args(locked),
    )
}

/// Whether this is an unattended run.
fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// The version of the compiler, by which results of another one are told apart.
pub fn compiler(root: &Path) -> String {
    output(root, "rustc", &["-vV"]).unwrap_or_default()
}

fn wasm_target(root: &Path) -> Outcome {
    let libraries = output(
        root,
        "rustc",
        &["--print", "target-libdir", "--target", TARGET],
    );
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if output(root, "rustup", &["--version"]).is_none() {
        let message =
            format!("Rust has no {TARGET} target here: please install rustup (https://rustup.rs).");
        return Err(Stop::Usage(message));
    }
    let name = format!("add {TARGET}");
    step::always(&name, || {
        run(
            &name,
            &mut command(root, "rustup", &["target", "add", TARGET]),
        )
    })
}

fn node(root: &Path) -> Outcome {
    let version = output(root, "node", &["--version"]).unwrap_or_default();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    let found = match major {
        Some(major) if major >= NODE_MAJOR && output(root, NPM, &["--version"]).is_some() => {
            return Ok(());
        }
        Some(major) if major >= NODE_MAJOR => format!("Node.js {version} without npm"),
        Some(_) => format!("Node.js {version}"),
        None => "no Node.js".to_owned(),
    };
    let wanted =
        format!("please install Node.js {NODE_MAJOR} or newer with npm (https://nodejs.org)");
    Err(Stop::Usage(format!("found {found}: {wanted}.")))
}

fn npm_packages(root: &Path) -> Outcome {
    let lock = fingerprint::of(&root.join("package.json"))
        ^ fingerprint::of(&root.join("package-lock.json"));
    // npm writes this file last.
    step::when_changed(
        root,
        "npm packages",
        lock,
        "node_modules/.package-lock.json",
        || {
            run(
                "npm packages",
                &mut command(root, NPM, &["ci", "--loglevel=error"]),
            )
        },
    )
}

/// The browser of the tests: `CHROMIUM`, or the first one on `PATH`, or Debian's, installed when this is root.
pub fn chromium(root: &Path) -> Outcome<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        let path = PathBuf::from(path);
        let message = || {
            Stop::Usage(format!(
                "CHROMIUM names `{}`, which is not a file.",
                path.display()
            ))
        };
        return if path.is_file() {
            Ok(path)
        } else {
            Err(message())
        };
    }
    let installed = || BROWSERS.iter().find_map(|name| find(name));
    if let Some(path) = installed() {
        return Ok(path);
    }
    if installs(root) {
        let packages = ["chromium", "fonts-noto-cjk"];
        step::always("install chromium", || apt_get(root, &packages))?;
    }
    let message = "the browser tests need Chromium: please install it, or name it in the environment variable CHROMIUM.";
    installed().ok_or_else(|| Stop::Usage(message.to_owned()))
}

/// Firefox and WebKit with their drivers, for the tests that run in every browser; Debian's, installed when this is root.
pub fn browsers(root: &Path) -> Outcome {
    GECKODRIVER.install(root)?;
    let missing = |program: &str| find(program).is_none();
    let wanted = [
        ("firefox-esr", missing("firefox-esr") && missing("firefox")),
        ("webkit2gtk-driver", missing("WebKitWebDriver")),
        ("xvfb", missing("Xvfb")),
    ];
    let wanted: Vec<_> = wanted.iter().filter(|it| it.1).map(|it| it.0).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    if installs(root) {
        return step::always("install browsers", || apt_get(root, &wanted));
    }
    Err(Stop::Usage(format!(
        "`test --all` runs in three browsers: please install {}.",
        wanted.join(", ")
    )))
}

/// Whether packages can be installed without asking.
fn installs(root: &Path) -> bool {
    find("apt-get").is_some() && output(root, "id", &["-u"]).as_deref() == Some("0")
}

fn apt_get(root: &Path, packages: &[&str]) -> Outcome {
    let install = [
        &["install", "--yes", "--quiet", "--no-install-recommends"],
        packages,
    ]
    .concat();
    let apt_get = |arguments: &[&str]| {
        run(
            "install packages",
            command(root, "apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive"),
        )
    };
    apt_get(&["update", "--quiet"])?;
    apt_get(&install)
}
