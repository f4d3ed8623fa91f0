//! No parameter is there for show.

use industry2040::scenario::ParamId;

use crate::support::{outputs, scenario};

#[test]
fn every_parameter_moves_some_output() {
    let everything_counts = [
        ("sovereign.gpu_scenario", 1.0),
        ("sovereign.count_auto", 1.0),
        ("sovereign.count_asean", 1.0),
        ("labour.reshored_output", 50.0),
    ];
    let base = scenario(everything_counts);
    let before = outputs(&base);
    for param in ParamId::all() {
        let row = param.row();
        let mut moved = base;
        let value = if base.get(param) == row.max {
            row.min
        } else {
            row.max
        };
        moved.set(param, value).unwrap();
        assert_ne!(outputs(&moved), before, "{} moves nothing", row.id);
    }
}
