//! Where this copy of the report is: at an address that others reach too, or on the reader's own machine.

use leptos::prelude::window;

/// The address in the browser without the fragment, whatever it is: for links that the reader opens again.
pub fn own_address() -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    page.to_owned()
}

/// The address that others reach too; `None` for a copy opened from disk.
pub fn public_address() -> Option<String> {
    Some(own_address()).filter(|page| is_public(page))
}

/// What files and citations have: the address that others reach, else the name of the file, for the way to it is
/// nobody else's.
pub fn cited_address() -> String {
    let page = own_address();
    match is_public(&page) {
        true => page,
        false => page.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

/// Whether other pages can reach an address.
pub fn is_public(page: &str) -> bool {
    ["https://", "http://"].iter().any(|start| {
        page.strip_prefix(start)
            .is_some_and(|rest| !rest.is_empty())
    })
}
