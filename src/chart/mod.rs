//! Pure geometry: scales, ticks, bins, projection. Knows nothing of the corpus or the browser.
