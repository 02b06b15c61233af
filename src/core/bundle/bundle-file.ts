/** One file of a bundle. */
export interface BundleFile {
  /** Its path below the bundle's directory, with slashes: `guest/workspace.mount`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly executable: boolean
}

/** Its permissions: there are keys and passwords in the seed, the domain and the script of QEMU, for their owner alone. */
export function fileMode({ executable }: BundleFile): number {
  return executable ? 0o700 : 0o600
}
