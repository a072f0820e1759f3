//! A map that stands in textbooks: lung cancer in Pennsylvania in 2002.
//!
//! Facts: county, latitude and longitude of its middle, cases (Pennsylvania Department of Health), persons (census of
//! 2000). What SaTScan 10.3.2 says of it is checked here also where the reference folder is not there.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use scan::{Builder, Day, MonteCarlo, Periods, Scan, Tail};

const COUNTIES: [(&str, f64, f64, i64, f64); 67] = [
    ("adams", 39.87776, -77.2155, 55, 91292.0),
    ("allegheny", 40.46986, -79.9798, 1275, 1281666.0),
    ("armstrong", 40.81654, -79.46558, 49, 72392.0),
    ("beaver", 40.68327, -80.34774, 172, 181412.0),
    ("bedford", 40.01033, -78.48906, 37, 49984.0),
    ("berks", 40.4192, -75.92717, 308, 373638.0),
    ("blair", 40.4817, -78.34849, 127, 129144.0),
    ("bradford", 41.78997, -76.52777, 59, 62761.0),
    ("bucks", 40.34554, -75.1051, 454, 597635.0),
    ("butler", 40.91105, -79.9147, 158, 174083.0),
    ("cambria", 40.49715, -78.70954, 121, 152598.0),
    ("cameron", 41.43266, -78.20545, 8, 5974.0),
    ("carbon", 40.91925, -75.70968, 42, 58802.0),
    ("centre", 40.92177, -77.83002, 61, 135758.0),
    ("chester", 39.98034, -75.74446, 291, 433501.0),
    ("clarion", 41.19417, -79.41774, 32, 41765.0),
    ("clearfield", 41.00176, -78.4778, 73, 83382.0),
    ("clinton", 41.23335, -77.64288, 27, 37914.0),
    ("columbia", 41.04357, -76.40464, 58, 64151.0),
    ("crawford", 41.67433, -80.11081, 74, 90366.0),
    ("cumberland", 40.16862, -77.26798, 132, 213674.0),
    ("dauphin", 40.41294, -76.78116, 168, 251798.0),
    ("delaware", 39.9217, -75.3989, 485, 550864.0),
    ("elk", 41.41901, -78.64273, 31, 35112.0),
    ("erie", 41.98298, -80.03635, 231, 280843.0),
    ("fayette", 39.92315, -79.64515, 150, 148644.0),
    ("forest", 41.50212, -79.2263, 4, 4946.0),
    ("franklin", 39.92519, -77.71774, 105, 129313.0),
    ("fulton", 39.92472, -78.11327, 11, 14261.0),
    ("greene", 39.85443, -80.22112, 38, 40672.0),
    ("huntingdon", 40.42231, -77.97214, 26, 45586.0),
    ("indiana", 40.65418, -79.08017, 70, 89605.0),
    ("jefferson", 41.12465, -78.99681, 34, 45932.0),
    ("juniata", 40.52281, -77.40669, 6, 22821.0),
    ("lackawanna", 41.43479, -75.61664, 181, 213295.0),
    ("lancaster", 40.0458, -76.24735, 301, 470658.0),
    ("lawrence", 40.9925, -80.32956, 76, 94643.0),
    ("lebanon", 40.3682, -76.46312, 77, 120327.0),
    ("lehigh", 40.61644, -75.5917, 252, 312090.0),
    ("luzerne", 41.17811, -75.9902, 285, 319250.0),
    ("lycoming", 41.33273, -77.06608, 98, 120044.0),
    ("mckean", 41.80621, -78.57427, 35, 45936.0),
    ("mercer", 41.29909, -80.26005, 98, 120293.0),
    ("mifflin", 40.60757, -77.60614, 45, 46486.0),
    ("monroe", 41.05923, -75.33934, 110, 138687.0),
    ("montgomery", 40.21878, -75.36395, 599, 750097.0),
    ("montour", 41.02093, -76.65954, 8, 18236.0),
    ("northampton", 40.76019, -75.3088, 236, 267066.0),
    ("northumberland", 40.84224, -76.70856, 83, 94556.0),
    ("perry", 40.40263, -77.25225, 31, 43602.0),
    ("philadelphia", 40.00487, -75.13523, 1415, 1517550.0),
    ("pike", 41.33282, -75.05037, 35, 46302.0),
    ("potter", 41.74554, -77.90296, 22, 18080.0),
    ("schuylkill", 40.70656, -76.2157, 136, 150336.0),
    ("snyder", 40.76744, -77.06556, 28, 37546.0),
    ("somerset", 39.9778, -79.02493, 54, 80023.0),
    ("sullivan", 41.4409, -76.52295, 3, 6556.0),
    ("susquehanna", 41.82189, -75.80637, 34, 42238.0),
    ("tioga", 41.76453, -77.26534, 28, 41373.0),
    ("union", 40.96011, -77.0648, 28, 41624.0),
    ("venango", 41.39196, -79.75873, 70, 57565.0),
    ("warren", 41.80781, -79.27479, 35, 43863.0),
    ("washington", 40.18882, -80.24718, 194, 202897.0),
    ("wayne", 41.64987, -75.31038, 45, 47722.0),
    ("westmoreland", 40.31403, -79.46266, 372, 369993.0),
    ("wyoming", 41.51624, -76.02976, 14, 28080.0),
    ("york", 39.92591, -76.7301, 279, 381751.0),
];

#[test]
fn pennsylvania_has_its_west_first_and_philadelphia_second() {
    let mut builder = Builder::degrees();
    for (name, latitude, longitude, ..) in COUNTIES {
        builder.location(name, latitude, longitude).unwrap();
    }
    for (name, _, _, cases, persons) in COUNTIES {
        builder.population(name, Day(0), 0, persons).unwrap().cases(name, Day(0), 0, cases).unwrap();
    }
    let study = builder.poisson(&Periods::whole(Day(0), Day(364)).unwrap()).unwrap();
    let findings = Scan::default().run(&study, &MonteCarlo::new(7, 4_999)).unwrap();
    let west = ["washington", "greene", "allegheny", "beaver", "fayette", "westmoreland", "butler"];
    let known = [
        (36.538_616, 2_359, 2_008.22, 1.23, &west[..]),
        (9.649_491, 1_900, 1_731.22, 1.12, &["delaware", "philadelphia"]),
    ];
    for (cluster, (llr, observed, expected, risk, names)) in findings.clusters.iter().zip(known) {
        assert!((cluster.llr - llr).abs() < 1e-6 && (cluster.expected - expected).abs() < 0.005);
        assert!((cluster.relative_risk.unwrap() - risk).abs() < 0.005);
        assert_eq!(cluster.observed, observed);
        assert_eq!(cluster.locations.iter().map(|at| study.name(*at).unwrap()).collect::<Vec<_>>(), names);
    }
    // SaTScan: 0.0001 of 9,999 replicates and 8.4e-14 by the tail; 0.0031 by both.
    let (first, second) = (&findings.clusters[0], &findings.clusters[1]);
    assert_eq!(first.p.unwrap().reached, 0);
    assert!((1e-15..1e-11).contains(&first.gumbel.unwrap()), "{:?}", first.gumbel);
    assert!((second.p.unwrap().value - 0.0031).abs() < 0.003, "{:?}", second.p);
    assert!((second.gumbel.unwrap() - 0.0031).abs() < 0.0015, "{:?}", second.gumbel);
    assert!(matches!(findings.tail, Tail::Gumbel { .. }));
}
