//! How the counts of replicates stand in registers: one to a word, or two.

/// A row of words in a register, or as near to one as there is.
pub(crate) trait Register: Copy {
    type Row: Copy;

    fn zero() -> Self;
    fn load(row: &Self::Row) -> Self;
    fn row(self) -> Self::Row;
    fn add(self, other: Self) -> Self;
    fn subtract(self, other: Self) -> Self;
    /// A bit for each word that is `least` or more.
    fn at_least(self, least: u32) -> u32;
    /// A bit for each word that is less than `bound`.
    fn below(self, bound: u32) -> u32;
}

/// A register whose words can be halved.
pub(crate) trait Halved: Register {
    /// The lower half of each word, and the upper one, each in a word of its own.
    fn halves(self) -> (Self, Self);
    /// The larger of two, word by word.
    fn larger(self, other: Self) -> Self;
}

/// The counts of all lanes, as they go up from one block to the next.
pub(crate) trait Counts: Copy {
    /// In which the rows of a block are added.
    type Register: Register;
    /// As they stand in memory.
    type Kept: Copy;

    fn zero() -> Self;
    fn load(kept: &Self::Kept) -> Self;
    fn kept(self) -> Self::Kept;
    /// With what a block adds up to.
    fn and(self, sum: Self::Register) -> Self;
    fn add(self, other: Self) -> Self;
    fn subtract(self, other: Self) -> Self;
    /// A bit for each lane that is `least` or more.
    fn at_least(self, least: u32) -> u64;
    /// A bit for each lane that is less than `bound`.
    fn below(self, bound: u32) -> u64;
}

/// A word of a row holds one lane.
#[derive(Clone, Copy)]
pub(crate) struct One<V>(V);

impl<V: Register> Counts for One<V> {
    type Register = V;
    type Kept = V::Row;

    #[inline(always)]
    fn zero() -> Self {
        Self(V::zero())
    }

    #[inline(always)]
    fn load(kept: &V::Row) -> Self {
        Self(V::load(kept))
    }

    #[inline(always)]
    fn kept(self) -> V::Row {
        self.0.row()
    }

    #[inline(always)]
    fn and(self, sum: V) -> Self {
        Self(self.0.add(sum))
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(self.0.add(other.0))
    }

    #[inline(always)]
    fn subtract(self, other: Self) -> Self {
        Self(self.0.subtract(other.0))
    }

    #[inline(always)]
    fn at_least(self, least: u32) -> u64 {
        u64::from(self.0.at_least(least))
    }

    #[inline(always)]
    fn below(self, bound: u32) -> u64 {
        u64::from(self.0.below(bound))
    }
}

/// A word of a row holds two lanes: one in its lower half, and 32 lanes on another in its upper half.
#[derive(Clone, Copy)]
pub(crate) struct Two<V>(V, V);

impl<V: Halved> Counts for Two<V> {
    type Register = V;
    type Kept = [V::Row; 2];

    #[inline(always)]
    fn zero() -> Self {
        Self(V::zero(), V::zero())
    }

    #[inline(always)]
    fn load([lower, upper]: &[V::Row; 2]) -> Self {
        Self(V::load(lower), V::load(upper))
    }

    #[inline(always)]
    fn kept(self) -> [V::Row; 2] {
        [self.0.row(), self.1.row()]
    }

    #[inline(always)]
    fn and(self, sum: V) -> Self {
        let (lower, upper) = sum.halves();
        Self(self.0.add(lower), self.1.add(upper))
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(self.0.add(other.0), self.1.add(other.1))
    }

    #[inline(always)]
    fn subtract(self, other: Self) -> Self {
        Self(self.0.subtract(other.0), self.1.subtract(other.1))
    }

    #[inline(always)]
    fn at_least(self, least: u32) -> u64 {
        // Mostly there is none, and that is seen fastest.
        if self.0.larger(self.1).at_least(least) == 0 {
            return 0;
        }
        u64::from(self.0.at_least(least)) | u64::from(self.1.at_least(least)) << 32
    }

    #[inline(always)]
    fn below(self, bound: u32) -> u64 {
        u64::from(self.0.below(bound)) | u64::from(self.1.below(bound)) << 32
    }
}
