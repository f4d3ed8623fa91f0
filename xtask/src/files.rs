//! What a static host knows of files: where an address leads, and the headers of what is there.

use std::path::{Component, Path, PathBuf};

/// The path below `folder` that an address means; `None` for one that would lead out of it.
pub fn locate(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = decode(address.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let relative = Path::new(if path.is_empty() { "index.html" } else { &path });
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    (inside && !path.contains(['\\', '\0'])).then(|| folder.join(relative))
}

/// Undoes percent-encoding.
fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(piece.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The media type by the extension.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// How long a browser may keep the file: for ever when its name changes with its contents.
pub fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Whether the build put a hash of its contents into the name: `main-0123456789abcdef.css`.
fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16
        && hash
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_folder() {
        let located = |address| locate(Path::new("dist"), address);
        assert_eq!(located("/"), Some(PathBuf::from("dist/index.html")));
        assert_eq!(
            located("/a%20b/c.js?x=../y"),
            Some(PathBuf::from("dist/a b/c.js"))
        );
        let refused = [
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/b",
            "//etc/passwd",
            "/a\\..\\b",
            "/%00",
            "/%zz",
            "/%f",
            "*",
            "",
        ];
        for address in refused {
            assert_eq!(located(address), None, "{address}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("industry2040_bg-6795d7e9339bd7ec.wasm"));
        let others = [
            "index.html",
            "licences.txt",
            "a-6795d7e9339bd7e.js",
            "a-6795D7E9339BD7EC.js",
            "6795d7e9339bd7ec",
        ];
        for name in others {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
