//! Sorting a handful of things.

/// Puts items in order by insertion, keeping equals as they were.
///
/// Lists of the report have a few dozen items at most, and the standard library's sorts would be ten times the code
/// in a module that every reader loads.
pub fn sort_by<T>(items: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && comes_before(&items[place], &items[place - 1]) {
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_order_and_equals_keep_theirs() {
        let mut items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        sort_by(&mut items, |one, other| one.0 < other.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
    }
}
