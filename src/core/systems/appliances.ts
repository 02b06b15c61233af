/** Systems that are there for one thing. */
import { bothArches, document, type GuestSystem, linuxDrivers, pcOnly, unread } from './system.ts'

const family = 'Appliances'
const bsdDrivers = { disk: 'virtio', network: 'virtio', video: 'vga' } as const

export const appliances: readonly GuestSystem[] = [
  {
    id: 'home-assistant-os',
    name: 'Home Assistant OS',
    family,
    alsoCalled: ['haos', 'hassos'],
    arch: bothArches,
    firmware: 'uefi-insecure',
    firmwareWhy: 'It boots by UEFI alone, and is not signed.',
    ...linuxDrivers,
    minimum: { ram: '2G', disk: '32G', cpu: 2 },
    recommended: { ram: '4G', disk: '32G', cpu: 2 },
    condition:
      'It comes as a packed disk: fetch haos_ova from home-assistant.io/installation, unpack it, and name it as a disk that is there.',
    sources: [
      document(
        'home-assistant/home-assistant.io, source/_includes/installation/operating_system.md: 2 GB, 32 GB, 2 vCPUs, a firmware without Secure Boot',
      ),
    ],
  },
  {
    id: 'opnsense',
    name: 'OPNsense',
    family,
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its loader is not signed.',
    ...bsdDrivers,
    screen: true,
    minimum: { ram: '2G', disk: '4G' },
    recommended: { ram: '8G', disk: '120G' },
    sources: [
      document(
        'opnsense/docs, source/manual/hardware.rst: 2 GB for the installer and a target of 4 GB; recommended 8 GB and 120 GB',
      ),
    ],
  },
  {
    id: 'pfsense',
    name: 'pfSense',
    family,
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its loader is not signed.',
    ...bsdDrivers,
    screen: true,
    minimum: { ram: '1G', disk: '8G' },
    recommended: { ram: '2G', disk: '16G' },
    sources: [
      unread(
        'docs.netgate.com/pfsense: minimum hardware requirements',
        'opennix.org, pfSense System Requirements, has 1 GB and 8 GB; what is recommended is ours',
      ),
    ],
  },
  {
    id: 'truenas',
    name: 'TrueNAS',
    family,
    alsoCalled: ['truenas-scale', 'truenas-community-edition'],
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its loader is not signed.',
    ...linuxDrivers,
    screen: true,
    minimum: { ram: '8G', disk: '16G' },
    recommended: { ram: '16G', disk: '32G' },
    sources: [document('truenas.com/docs: hardware guide, 8 GB and a boot device of 16 GB')],
  },
  {
    id: 'proxmox-ve',
    name: 'Proxmox VE',
    family,
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its installer sets UEFI up by itself.',
    ...linuxDrivers,
    screen: true,
    minimum: { ram: '1G', disk: '16G' },
    recommended: { ram: '8G', disk: '64G', cpu: 4 },
    distro: 'proxmox',
    condition: 'VMs in it need nested virtualisation on this host.',
    sources: [
      document(
        'proxmox/pve-docs, pve-system-requirements.adoc: 1 GB and what its guests take to try it, 2 GB in earnest; no size of the disk, 16 GB is ours',
      ),
    ],
  },
  {
    id: 'talos',
    name: 'Talos Linux',
    family,
    arch: bothArches,
    firmware: 'uefi-insecure',
    firmwareWhy: 'It is installed with UEFI; Secure Boot takes another image of it.',
    ...linuxDrivers,
    minimum: { ram: '2G', disk: '10G', cpu: 2 },
    recommended: { ram: '4G', disk: '100G', cpu: 4 },
    condition: 'There is no login in it: talosctl sets it up, from the ISO of factory.talos.dev.',
    sources: [document('docs.siderolabs.com/talos: system requirements, control plane nodes')],
  },
  {
    id: 'fedora-coreos',
    name: 'Fedora CoreOS',
    family,
    alsoCalled: ['fedora-coreos-stable'],
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '2G', disk: '10G' },
    recommended: { ram: '2G', disk: '20G' },
    distro: 'fedora',
    condition:
      'Ignition sets it up, and not cloud-init: each build has its address in the stream’s metadata, and a configuration of your own goes in by fw_cfg.',
    sources: [
      document(
        'coreos/fedora-coreos-docs, modules/ROOT/pages/getting-started-libvirt.adoc: its example has 2048 MB and 10 GB, fw_cfg opt/com.coreos/config',
      ),
    ],
  },
  {
    id: 'flatcar',
    name: 'Flatcar Container Linux',
    family,
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '1G', disk: '8G' },
    recommended: { ram: '2G', disk: '20G' },
    condition: 'Ignition sets it up, and not cloud-init: a configuration of your own goes in by fw_cfg.',
    sources: [
      document('flatcar.org/docs, installing/bare-metal/installing-to-disk: at least 8 GB'),
      document('flatcar/scripts, build_library/vm_image_util.sh: VMs get 1024 MB'),
    ],
  },
]
