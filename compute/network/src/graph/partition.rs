//! A division of the nodes: one byte each, and how many there are of each.

/// By which of the two divisions a measure looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// By group: formal or informal, or any other division.
    Group,
    /// By role.
    Role,
}

/// The class of each node: a group or a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    labels: Vec<u8>,
    sizes: Vec<u32>,
}

impl Partition {
    pub(super) fn of(labels: Vec<u8>) -> Self {
        let classes = labels.iter().max().map_or(0, |&most| usize::from(most) + 1);
        let mut sizes = vec![0; classes];
        for &label in &labels {
            sizes[usize::from(label)] += 1;
        }
        Self { labels, sizes }
    }

    /// The class of each node, by its number.
    #[must_use]
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// How many nodes each class has, from 0 to the highest in use; one in between may be empty.
    #[must_use]
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// One more than the highest class in use.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.sizes.len()
    }
}
