/** Elements of a .vbox that are read, and those that mean nothing elsewhere, each with why. */

const read =
  'MediaRegistry Description Snapshot Hardware StorageControllers CPU Memory Firmware BIOS RTC Platform Network UART LPT AudioAdapter USB SharedFolders TrustedPlatformModule HostPci Display RemoteDisplay'

const passedOver: Readonly<Record<string, string>> = {
  'ExtraData GuestProperties Groups': 'windows of the program, and what the guest has noted',
  'Teleporter FaultTolerance Debugging LogMode': 'how the program moves and watches the VM',
  'Chipset HPET Paravirt PageFusion IO HID Emulation Architecture x86 ARM IOMMU X86':
    'its own virtual hardware, which follows from the board here',
  'Boot BootOrder': 'the first disk starts; a CD is chosen in the menu of the firmware',
  'VideoCapture Recording Clipboard DragAndDrop Guest VideoRAM EmulatedUSB WebCam':
    'how the window of the program shows the VM',
}

const known: ReadonlySet<string> = new Set(
  [read, ...Object.keys(passedOver)].flatMap((names) => names.split(' ')),
)

export function isPassedOver(name: string): boolean {
  return known.has(name)
}
