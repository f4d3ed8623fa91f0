//! Numbers as they are written and read.

use super::digits::POWERS;
use super::*;

fn reader(lang: Lang, currency: Currency) -> Reader {
    Reader {
        lang,
        currency,
        jpy_per_usd: 150.0,
    }
}

#[test]
fn money_is_written_as_each_language_and_currency_writes_it() {
    let written = |lang, currency, value| reader(lang, currency).write(Unit::UsdBn, value);
    assert_eq!(written(Lang::En, Currency::Usd, 359.8), "$360 bn");
    assert_eq!(written(Lang::Ja, Currency::Usd, 359.8), "3,598億ドル");
    assert_eq!(written(Lang::En, Currency::Jpy, 359.8), "¥54.0 tn");
    assert_eq!(written(Lang::Ja, Currency::Jpy, 359.8), "54.0兆円");
    assert_eq!(written(Lang::En, Currency::Usd, 1074.0), "$1.07 tn");
    assert_eq!(written(Lang::En, Currency::Usd, -44.6), "−$44.6 bn");
    assert_eq!(written(Lang::Ja, Currency::Jpy, 2.0), "3,000億円");
}

#[test]
fn differences_carry_their_sign_and_percentages_become_points() {
    let en = reader(Lang::En, Currency::Usd);
    assert_eq!(en.write_difference(Unit::UsdBn, -12.34), "−$12.3 bn");
    assert_eq!(en.write_difference(Unit::Fraction, 0.031), "+3.1 pt");
    assert!(en.is_negligible(Unit::Fraction, 0.0001));
    assert!(!en.is_negligible(Unit::UsdBn, 0.01));
}

#[test]
fn people_are_counted_in_ten_thousands_in_japanese() {
    assert_eq!(
        reader(Lang::Ja, Currency::Usd).write(Unit::MillionPersons, 8.24),
        "824万人"
    );
    assert_eq!(
        reader(Lang::Ja, Currency::Usd).write(Unit::MillionPersons, 235.54),
        "2.36億人"
    );
    assert_eq!(
        reader(Lang::En, Currency::Usd).write(Unit::MillionPersons, 8.24),
        "8.24 million"
    );
}

#[test]
fn typed_numbers_are_read_as_people_write_them() {
    for (typed, value) in [
        ("50", 50.0),
        (" 50% ", 50.0),
        ("５０", 50.0),
        ("５０％", 50.0),
        ("1,200.5", 1200.5),
        ("−3", -3.0),
        ("$600", 600.0),
        ("1．5", 1.5),
    ] {
        assert_eq!(parse(typed), Some(value), "{typed}");
    }
    for typed in ["", "%", "many", "1e999", "5-3", "NaN", "inf", "1.2.3"] {
        assert_eq!(parse(typed), None, "{typed}");
    }
}

/// Half a world writes a comma where others have a point, and a unit may be a factor.
#[test]
fn what_may_mean_another_number_is_none() {
    for typed in [
        "5,5",
        "0,5",
        "1,00",
        "0,50",
        "1,2345",
        "1,,234",
        ",5",
        "1.234,5",
        "1,234.5,6",
        "12万",
        "50 million",
        "50abc",
        "5e",
        "50 -",
        "1234,567",
    ] {
        assert_eq!(parse(typed), None, "{typed}");
    }
    assert_eq!(parse("1,234,567.5"), Some(1_234_567.5));
    assert_eq!(parse_in("6,000億ドル", "億ドル"), Some(6000.0));
    assert_eq!(parse_in("600 USD bn", "USD bn"), Some(600.0));
    assert_eq!(parse_in("$600 bn", "USD bn"), Some(600.0));
    assert_eq!(parse_in("$1.3 tn", "$ tn"), Some(1.3));
    assert_eq!(parse_in("1.3 tn", "USD bn"), None);
}

#[test]
fn plain_numbers_are_what_the_standard_library_writes_and_reads() {
    for (value, decimals) in [
        (0.005, 3),
        (1234.5678, 2),
        (-0.25, 1),
        (26.9, 1),
        (6200.0, 0),
        (-0.001, 1),
    ] {
        let written = plain(value, decimals);
        assert_eq!(
            written.parse::<f64>().unwrap(),
            parse(&written).unwrap(),
            "{written}"
        );
        assert!(
            (written.parse::<f64>().unwrap() - value).abs() <= 0.5 / POWERS[decimals],
            "{written}"
        );
    }
    assert_eq!(parse("0.1"), Some(0.1));
    assert_eq!(parse("15.15"), Some(15.15));
    assert_eq!(parse("1234567890123456"), None);
}

#[test]
fn no_negative_zero_is_written() {
    assert_eq!(grouped(-0.001, 1), "0.0");
    assert_eq!(grouped(-1234.5, 1), "−1,234.5");
    assert_eq!(grouped(f64::NAN, 1), "–");
}

#[test]
fn counts_and_euros_are_written_in_the_words_of_the_language() {
    let reader = |lang| Reader {
        lang,
        currency: Currency::Usd,
        jpy_per_usd: 150.0,
    };
    let (en, ja) = (reader(Lang::En), reader(Lang::Ja));
    assert_eq!(
        (en.count(8e9), ja.count(8e9)),
        ("8 bn".into(), "80億".into())
    );
    assert_eq!(
        (en.count(1.5e6), ja.count(1.5e6)),
        ("1.5 million".into(), "150万".into())
    );
    assert_eq!(
        (en.count(1400.0), ja.count(1400.0)),
        ("1,400".into(), "1,400".into())
    );
    assert_eq!(
        (en.euros(2.0), ja.euros(2.0)),
        ("€2 bn".into(), "20億ユーロ".into())
    );
}

#[test]
fn powers_of_ten_are_written_out() {
    let reader = Reader {
        lang: Lang::En,
        currency: Currency::Usd,
        jpy_per_usd: 150.0,
    };
    let written = reader.write(Unit::PowersOfTenFlop, 3.8e25_f64.log10());
    assert_eq!(written, "3.8 × 10²⁵ FLOP");
    let scale = reader.scale(Unit::PowersOfTenFlop, 26.0);
    assert_eq!(reader.cell(&scale, 17.0), "1.0 × 10¹⁷");
}

#[test]
fn a_number_in_full_reads_back() {
    let written = [
        0.1725,
        17.3 / 100.0,
        360.0,
        0.0,
        -2.5,
        1e15,
        123_456.789_012,
    ]
    .map(in_full);
    assert_eq!(
        written,
        [
            "0.1725",
            "0.173",
            "360",
            "0",
            "-2.5",
            "1000000000000000",
            "123456.789012"
        ]
    );
    for value in [0.172_512_345_678, 44.0 / 7.0, -1e9 / 3.0, 0.000_123_4] {
        let read = parse(&in_full(value)).unwrap();
        assert!((read - value).abs() <= value.abs() * 1e-8, "{value} {read}");
    }
}

#[test]
fn years_have_no_separators_and_their_differences_no_needless_decimals() {
    let (en, ja) = (
        reader(Lang::En, Currency::Native),
        reader(Lang::Ja, Currency::Native),
    );
    let cell = |unit, value| en.cell(&en.scale(unit, value), value);
    assert_eq!(cell(Unit::Year, 2034.0), "2034");
    assert_eq!(cell(Unit::Years, -2.0), "−2");
    assert_eq!(cell(Unit::Years, 1.5), "1.5");
    assert_eq!(ja.write(Unit::Years, 2.0), "2年");
    assert_eq!(en.write(Unit::Years, 1.0), "1 year");
    assert_eq!(en.write(Unit::Years, -2.0), "−2 years");
    assert_eq!(en.write_difference(Unit::Year, 1.0), "+1 year");
    assert_eq!(ja.write_difference(Unit::Year, -3.0), "−3年");
}

#[test]
fn a_year_that_is_not_reached_is_said_not_to_be() {
    let en = reader(Lang::En, Currency::Native);
    assert_eq!(en.write_or_none(Unit::Year, None), "not by 2040");
    assert_eq!(en.write_or_none(Unit::Years, None), "not by 2040");
    assert_eq!(en.write_or_none(Unit::UsdBn, None), MISSING);
}
