//! Small parts that know nothing of the corpus.
