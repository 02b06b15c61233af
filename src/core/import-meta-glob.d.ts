/** The form of Vite’s `import.meta.glob` that core uses; where Vite’s own types are, they say more. */
interface ImportMeta {
  /** The export of this name of each file that a pattern fits, by the file’s path. */
  glob<Export>(patterns: string[], options: { eager: true; import: string }): Record<string, Export>
}
