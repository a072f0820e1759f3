//! Where something is said and how strongly: tables with a place for each slot, empty between two uses.

/// For each place the strongest of what is said of it.
pub(crate) struct Said {
    strongest: Vec<f32>,
    places: Vec<u32>,
}

impl Said {
    pub(crate) fn of(places: usize) -> Self {
        Self { strongest: vec![0.0; places], places: Vec::new() }
    }

    #[inline]
    pub(crate) fn more(&mut self, slot: u32, strength: f32) {
        if let Some(known) = self.strongest.get_mut(slot as usize)
            && strength > *known
        {
            if *known == 0.0 {
                self.places.push(slot);
            }
            *known = strength;
        }
    }

    /// Of how many documents something is said.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// Each document once.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, f32)> {
        self.places.iter().map(|slot| (*slot, self.strongest.get(*slot as usize).copied().unwrap_or(0.0)))
    }

    /// Each document once; afterwards nothing is said.
    pub(crate) fn take(&mut self, mut each: impl FnMut(u32, f32)) {
        for slot in self.places.drain(..) {
            each(slot, self.strongest.get_mut(slot as usize).map_or(0.0, std::mem::take));
        }
    }
}

/// For each place all that is said of it together, and how often.
pub(crate) struct Together {
    sums: Vec<(f32, u32)>,
    places: Vec<u32>,
}

impl Together {
    pub(crate) fn of(places: usize) -> Self {
        Self { sums: vec![(0.0, 0); places], places: Vec::new() }
    }

    #[inline]
    pub(crate) fn add(&mut self, slot: u32, strength: f32) {
        if let Some((sum, times)) = self.sums.get_mut(slot as usize) {
            if *times == 0 {
                self.places.push(slot);
            }
            *sum += strength;
            *times += 1;
        }
    }

    /// Each document once with its sum and how often something was added; afterwards there is nothing.
    pub(crate) fn take(&mut self, mut each: impl FnMut(u32, f32, u32)) {
        for slot in self.places.drain(..) {
            let (sum, times) = self.sums.get_mut(slot as usize).map_or((0.0, 0), std::mem::take);
            each(slot, sum, times);
        }
    }
}
