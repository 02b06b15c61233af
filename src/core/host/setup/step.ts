/** One thing that the host must do. */

/** A file of the host. */
export interface SetupFile {
  readonly path: string
  readonly content: string
  /** True when the lines belong into a file that is there already. */
  readonly append?: boolean
  /** Octal, when it is not 0644. */
  readonly mode?: string
}

/** One step. */
export interface SetupStep {
  readonly id:
    | 'kernel-command-line'
    | 'vfio-bind'
    | 'initramfs'
    | 'single-gpu-hooks'
    | 'huge-pages'
    | 'bridge-helper'
    | 'memory-lock'
    | 'sriov'
    | 'mdev'
    | 'usb-access'
    | 'reboot'
  readonly title: string
  /** Why, in a sentence or two. */
  readonly why: string
  readonly files: readonly SetupFile[]
  /** Lines for a shell of root. */
  readonly commands: readonly string[]
  /** True when HostFacts say that the host does it already; missing when not known. */
  readonly done?: boolean
}
