//! What holds for the policies as a whole; the stories, the matrix and the mutants have files of their own.
