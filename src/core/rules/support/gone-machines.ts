/** Machines that QEMU 10.0 has no more, and older ones had; QEMU manual, Removed features. */
export const goneArmMachines: ReadonlySet<string> = new Set(
  `
  akita borzoi cheetah connex mainstone n800 n810 raspi2 raspi3 spitz swift-bmc tacoma-bmc terrier tosa
  verdex z2
`
    .trim()
    .split(/\s+/),
)

/** pc-1.3, and those of i440fx and q35 before 2.4. */
export function isGonePc(machine: string): boolean {
  return /^pc-[01]\.\d+$/.test(machine) || /^pc-(?:i440fx|q35)-(?:1\.\d|2\.[0-3])$/.test(machine)
}
