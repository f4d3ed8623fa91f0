//! Times the work of `work.rs` natively and prints the result and the seconds of each piece as JSON.

use std::time::Instant;

mod work;

/// A batch lasts at least this long, so that the clock is fine enough.
const BATCH: f64 = 0.02;
const BATCHES: usize = 9;

fn main() {
    let rows = work::WORK.map(|(name, work)| {
        let (result, seconds) = time(work);
        format!("  {name:?}: [{result}, {seconds:e}]")
    });
    println!("{{\n{}\n}}", rows.join(",\n"));
}

/// A result, and the median seconds of doing it once.
fn time(work: work::Work) -> (f64, f64) {
    let mut times = 1;
    // One slow batch proves nothing: the median must last long enough.
    loop {
        let mut batches = [(); BATCHES].map(|()| {
            let start = Instant::now();
            let result = work(times);
            (result, start.elapsed().as_secs_f64())
        });
        batches.sort_by(|one, other| one.1.total_cmp(&other.1));
        let (result, seconds) = batches[BATCHES / 2];
        if seconds >= BATCH {
            return (result, seconds / f64::from(times));
        }
        times *= 2;
    }
}
