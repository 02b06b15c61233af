/** What is none of the rest. */
import { document, type GuestSystem, linuxDrivers, osinfo, pcOnly, unread } from './system.ts'

const family = 'Others'

export const others: readonly GuestSystem[] = [
  {
    id: 'android-x86',
    name: 'Android (Bliss OS, Android-x86)',
    family,
    alsoCalled: ['blissos', 'bliss-os', 'android', 'android-x86-9.0'],
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its boot loader is not signed.',
    ...linuxDrivers,
    screen: true,
    minimum: { ram: '1G', disk: '10G' },
    recommended: { ram: '4G', disk: '32G', cpu: 4 },
    sources: [
      osinfo('android-x86.org/android-x86-9.0.xml.in: 1 GiB and 10 GiB'),
      unread('docs.blissos.org: requirements', 'what is recommended is ours'),
    ],
  },
  {
    id: 'macos',
    name: 'macOS',
    family,
    alsoCalled: ['osx', 'mac-os', 'hackintosh'],
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'It starts through OpenCore, which is not signed.',
    disk: 'sata',
    network: 'vmxnet3',
    video: 'vmvga',
    screen: true,
    minimum: { ram: '4G', disk: '64G', cpu: 2 },
    recommended: { ram: '8G', disk: '128G', cpu: 4 },
    condition:
      'Apple’s licence allows macOS in a VM on a Mac alone, at most two at a time. It starts through a disk with OpenCore, which you bring along.',
    sources: [
      document('apple.com/legal/sla: macOS Sequoia, 2.B.iii, virtual machines on Apple-branded computers'),
      document(
        'kholia/OSX-KVM, OpenCore-Boot.sh: SATA, vmware-svga, OpenCore; virtio-net-pci, and vmxnet3 for High Sierra',
      ),
    ],
  },
  {
    id: 'haiku',
    name: 'Haiku',
    family,
    alsoCalled: ['haikur1beta5'],
    arch: pcOnly,
    firmware: 'bios',
    disk: 'virtio',
    network: 'virtio',
    video: 'vga',
    screen: true,
    minimum: { ram: '512M', disk: '2G' },
    recommended: { ram: '1G', disk: '4G' },
    sources: [
      osinfo('haiku-os.org/haiku-r1beta3.xml.in'),
      document('haiku/website, content/guides/virtualizing/kvm.md: VGA, as QXL may hang'),
    ],
  },
  {
    id: 'reactos',
    name: 'ReactOS',
    family,
    arch: pcOnly,
    firmware: 'bios',
    machine: 'pc',
    disk: 'ide',
    network: 'e1000',
    video: 'vga',
    screen: true,
    minimum: { ram: '256M', disk: '2G' },
    recommended: { ram: '1G', disk: '10G' },
    sources: [
      unread('reactos.org/wiki/QEMU', 'the old mainboard, IDE, e1000 and the sizes were written from memory'),
    ],
  },
]
