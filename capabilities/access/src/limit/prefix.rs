//! Which addresses count as one: what a household or an office has in its hands, and a wider circle for guessing.

use std::net::IpAddr;

/// The first bits of an address; the rest is not kept, not even in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Prefix(u64);

impl Prefix {
    /// A whole IPv4 address: it already is a household or an office behind one router, and its neighbours are strangers.
    /// Of IPv6 the first 56 bits: a provider gives that much to one connection, and within it whoever has the
    /// connection takes a new address for every request.
    #[must_use]
    pub fn household(address: IpAddr) -> Self {
        Self::of(address, 0)
    }

    /// For guessing a secret, where being strict harms nobody: also the 256 neighbours of an IPv4 address,
    /// as they are rented together.
    #[must_use]
    pub fn street(address: IpAddr) -> Self {
        Self::of(address, 8)
    }

    fn of(address: IpAddr, dropped: u32) -> Self {
        match address.to_canonical() {
            // An IPv6 prefix has 56 bits, so the highest one tells the two apart.
            IpAddr::V4(v4) => Self(u64::from(u32::from(v4) >> dropped) | 1 << 63),
            IpAddr::V6(v6) => Self(u64::try_from(u128::from(v6) >> 72).unwrap_or(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_has_one_prefix_and_its_neighbours_another() {
        let at = |text: &str| text.parse::<IpAddr>().unwrap();
        let household = |text: &str| Prefix::household(at(text));
        assert_ne!(household("203.0.113.1"), household("203.0.113.2"));
        assert_eq!(household("::ffff:203.0.113.1"), household("203.0.113.1"));
        assert_eq!(household("2001:db8:1:100::1"), household("2001:db8:1:1ff:ffff::9"));
        assert_ne!(household("2001:db8:1:100::1"), household("2001:db8:1:200::1"));
        assert_eq!(Prefix::street(at("203.0.113.1")), Prefix::street(at("203.0.113.254")));
        assert_ne!(Prefix::street(at("203.0.113.1")), Prefix::street(at("203.0.114.1")));
        assert_ne!(household("::"), household("0.0.0.0"));
    }
}
