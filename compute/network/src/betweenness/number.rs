//! Whole numbers as small as they can be: the smaller they are, the more of a search stays near the processor.

/// The number of a node or of a place in the order of a search.
pub(super) trait Number: Copy + PartialEq + PartialOrd + Send + Sync + 'static {
    /// No place: higher than any.
    const NONE: Self;
    fn of(number: usize) -> Self;
    fn at(self) -> usize;
}

macro_rules! number {
    ($($kind:ty),*) => {$(
        impl Number for $kind {
            const NONE: Self = <$kind>::MAX;
            #[inline(always)]
            fn of(number: usize) -> Self {
                number as Self
            }
            #[inline(always)]
            fn at(self) -> usize {
                self as usize
            }
        }
    )*};
}

number!(u16, u32);
