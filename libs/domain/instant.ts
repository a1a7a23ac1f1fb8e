/** An instant: ISO 8601 in UTC, `2026-03-31T16:00:00.000Z`. Instants of equal length compare as text. */
export type Instant = string;
