//! The pinned command line tools, built from source into `target/tools`.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::command::{command, output, run};
use crate::step;

/// A tool and how it is built.
pub struct Tool {
    name: &'static str,
    /// The only place of its version, but for wasm-bindgen: Cargo.toml and Trunk.toml must name the same one.
    version: &'static str,
    /// What answers `--version`.
    program: &'static str,
    flags: &'static [&'static str],
}

/// Serves and bundles the WebAssembly.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    flags: &["--locked", "--no-default-features"],
};

/// Makes the glue between JavaScript and the module. Without `--locked`: its lock file names a withdrawn version.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    flags: &["--no-default-features"],
};

/// Cuts the module into parts that load on demand; Cargo.toml names the crate for the split points.
pub const WASM_SPLIT: Tool = Tool {
    name: "wasm_split_cli_support",
    version: "0.2.3",
    program: "wasm-split-cli",
    flags: &["--locked", "--features=build-binary"],
};

/// Finds dependencies that nothing uses, those of one target too. 1.14.0 needs a newer Rust than the project.
pub const SHEAR: Tool = Tool {
    name: "cargo-shear",
    version: "1.13.0",
    program: "cargo-shear",
    flags: &["--locked"],
};

/// Looks at licences, versions and origins of all crates.
pub const DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    flags: &["--locked"],
};

/// Changes the models one operator at a time, to see that a test notices.
pub const MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    version: "27.1.0",
    program: "cargo-mutants",
    flags: &["--locked"],
};

/// Drives Firefox; Debian has no package of it.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    flags: &["--locked"],
};

impl Tool {
    /// Builds the tool unless this very version is there and starts.
    pub fn install(&self, root: &Path) -> Outcome {
        // cargo keeps this record of what it installed; not every tool knows its own version.
        let record = fs::read_to_string(root.join("target/tools/.crates.toml")).unwrap_or_default();
        let program = root.join("target/tools/bin").join(self.program);
        // Not every tool knows its own version, but each can say how it is used.
        let starts = || output(root, &program.to_string_lossy(), &["--help"]).is_some();
        if record.contains(&format!("\"{} {} (", self.name, self.version)) && starts() {
            return Ok(());
        }
        let name = format!("install {} {}", self.name, self.version);
        step::always(&name, || run(&name, &mut self.build(root)))
    }

    /// Without optimisation a build takes half a second longer, and its tools are there minutes earlier.
    fn build(&self, root: &Path) -> std::process::Command {
        let arguments = [
            "install",
            self.name,
            "--version",
            self.version,
            "--root",
            "target/tools",
            "--force",
            "--quiet",
        ];
        let mut build = command(root, "cargo", &arguments);
        build.args(self.flags);
        build.env("CARGO_PROFILE_RELEASE_LTO", "off");
        build.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        build.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        build
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_name_the_same_wasm_bindgen() {
        let version = WASM_BINDGEN.version;
        assert!(
            include_str!("../../Cargo.toml").contains(&format!("wasm-bindgen = \"={version}\""))
        );
        assert!(
            include_str!("../../Trunk.toml").contains(&format!("wasm_bindgen = \"{version}\""))
        );
    }

    #[test]
    fn split_points_and_the_tool_that_cuts_at_them_are_of_one_version() {
        let wanted = format!("wasm_split_helpers = \"{}\"", WASM_SPLIT.version);
        assert!(include_str!("../../Cargo.toml").contains(&wanted));
    }

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_npm_installs() {
        let package = include_str!("../../package.json");
        let (_, rest) = package
            .split_once("\"binaryen\": \"")
            .expect("binaryen is a dependency");
        let (major, _) = rest.split_once('.').expect("a version has dots");
        assert!(
            include_str!("../../Trunk.toml").contains(&format!("wasm_opt = \"version_{major}\""))
        );
    }
}
