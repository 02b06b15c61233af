/** An installation is made once: a disk that has partitions already is not installed over, whatever starts the installer. */

export interface GuardedDisk {
  /** As Linux calls it: `vda`. */
  readonly disk: string
  /** What ends the installer at once. */
  readonly powerOff: string
}

/** One line for the shell of an installer: it powers the VM off when the disk has a partition. */
export function refuseFullDisk({ disk, powerOff }: GuardedDisk): string {
  return `for part in /sys/block/${disk}/*/partition; do if [ -e "$part" ]; then echo 'vmwright: the disk ${disk} is not empty, so nothing is installed' >/dev/console; ${powerOff}; fi; done`
}
