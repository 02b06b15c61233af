/** The same that may still be written to, while it is made. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
