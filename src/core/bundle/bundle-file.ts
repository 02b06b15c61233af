/** One file of a bundle. */
export interface BundleFile {
  /** Its path below the bundle's directory, with slashes: `guest/workspace.mount`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly executable: boolean
}
