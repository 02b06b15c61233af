/**
 * Where distributions put UEFI firmware for guests: pairs of CODE and the VARS that belongs to it, best first.
 * Sources: the firmware descriptors (/usr/share/qemu/firmware) and file lists of the packages named in
 * `firmwareInstall`: Fedora's as libvirt's tests/qemufirmwaredata has them, Debian 12 and 13, Arch 202508, the
 * openSUSE packages ovmf and lxd-ovmf-setup, nixpkgs' libvirtd module (QEMU's own firmware below nix-ovmf).
 */

/** Distributions that put their firmware in the same places. */
export type DistroFamily = 'fedora' | 'arch' | 'debian' | 'opensuse' | 'nixos'

/** One pair of firmware files. */
export interface FirmwareFiles {
  readonly arch: string
  /** The executable, mapped read-only. */
  readonly code: string
  /** The template that each VM's own variable store is copied from. */
  readonly vars: string
  /** Built with Secure Boot (and SMM on x86_64). */
  readonly secure: boolean
  /** Format of both files; a copy of a qcow2 template is qcow2 as well. */
  readonly format: 'raw' | 'qcow2'
}

/** One row of the table. */
export interface FirmwareCandidate extends FirmwareFiles {
  readonly family: DistroFamily
  /** True when Microsoft's keys are in VARS: Secure Boot is on at the first boot. Otherwise it waits in setup mode. */
  readonly enrolledKeys: boolean
}

/** The order of the union that an unknown distribution gets. */
export const distroFamilies: readonly DistroFamily[] = ['fedora', 'arch', 'debian', 'opensuse', 'nixos']

type Row = readonly [code: string, vars: string, kind?: 'secure' | 'enrolled']

function pairs(
  family: DistroFamily,
  arch: string,
  folder: string,
  rows: readonly Row[],
): FirmwareCandidate[] {
  return rows.map(([code, vars, kind]) => ({
    family,
    arch,
    code: `${folder}/${code}`,
    vars: `${folder}/${vars}`,
    secure: kind !== undefined,
    enrolledKeys: kind === 'enrolled',
    format: code.endsWith('.qcow2') ? 'qcow2' : 'raw',
  }))
}

/** All rows; within one family and architecture the first that fits is the one to take. */
export const firmwareTable: readonly FirmwareCandidate[] = [
  // The raw pairs stand first: RHEL and its kin have only those, and a raw VARS can be copied with cp.
  ...pairs('fedora', 'x86_64', '/usr/share/edk2/ovmf', [
    ['OVMF_CODE.fd', 'OVMF_VARS.fd'],
    ['OVMF_CODE_4M.qcow2', 'OVMF_VARS_4M.qcow2'],
    ['OVMF_CODE.secboot.fd', 'OVMF_VARS.secboot.fd', 'enrolled'],
    ['OVMF_CODE_4M.secboot.qcow2', 'OVMF_VARS_4M.secboot.qcow2', 'enrolled'],
    ['OVMF_CODE.secboot.fd', 'OVMF_VARS.fd', 'secure'],
    ['OVMF_CODE_4M.secboot.qcow2', 'OVMF_VARS_4M.qcow2', 'secure'],
  ]),
  ...pairs('fedora', 'aarch64', '/usr/share/edk2/aarch64', [
    ['QEMU_EFI-silent-pflash.raw', 'vars-template-pflash.raw'],
    ['QEMU_EFI-silent-pflash.qcow2', 'vars-template-pflash.qcow2'],
    ['QEMU_EFI-pflash.raw', 'vars-template-pflash.raw'],
  ]),
  ...pairs('fedora', 'riscv64', '/usr/share/edk2/riscv', [
    ['RISCV_VIRT_CODE.fd', 'RISCV_VIRT_VARS.fd'],
    ['RISCV_VIRT_CODE.qcow2', 'RISCV_VIRT_VARS.qcow2'],
  ]),
  ...pairs('arch', 'x86_64', '/usr/share/edk2/x64', [
    ['OVMF_CODE.4m.fd', 'OVMF_VARS.4m.fd'],
    ['OVMF_CODE.secboot.4m.fd', 'OVMF_VARS.4m.fd', 'secure'],
    // Before edk2 202411.
    ['OVMF_CODE.fd', 'OVMF_VARS.fd'],
    ['OVMF_CODE.secboot.fd', 'OVMF_VARS.fd', 'secure'],
  ]),
  ...pairs('arch', 'aarch64', '/usr/share/edk2/aarch64', [['QEMU_CODE.fd', 'QEMU_VARS.fd']]),
  ...pairs('arch', 'riscv64', '/usr/share/edk2/riscv64', [['RISCV_VIRT_CODE.fd', 'RISCV_VIRT_VARS.fd']]),
  ...pairs('debian', 'x86_64', '/usr/share/OVMF', [
    ['OVMF_CODE_4M.fd', 'OVMF_VARS_4M.fd'],
    ['OVMF_CODE_4M.ms.fd', 'OVMF_VARS_4M.ms.fd', 'enrolled'],
    ['OVMF_CODE_4M.secboot.fd', 'OVMF_VARS_4M.ms.fd', 'enrolled'],
    ['OVMF_CODE_4M.secboot.fd', 'OVMF_VARS_4M.fd', 'secure'],
    // Images of 2 MiB: gone in Debian 13 and Ubuntu 24.04.
    ['OVMF_CODE.fd', 'OVMF_VARS.fd'],
    ['OVMF_CODE.ms.fd', 'OVMF_VARS.ms.fd', 'enrolled'],
    ['OVMF_CODE.secboot.fd', 'OVMF_VARS.fd', 'secure'],
  ]),
  ...pairs('debian', 'aarch64', '/usr/share/AAVMF', [
    ['AAVMF_CODE.fd', 'AAVMF_VARS.fd'],
    ['AAVMF_CODE.no-secboot.fd', 'AAVMF_VARS.fd'],
    ['AAVMF_CODE.ms.fd', 'AAVMF_VARS.ms.fd', 'enrolled'],
    ['AAVMF_CODE.secboot.fd', 'AAVMF_VARS.fd', 'secure'],
  ]),
  ...pairs('debian', 'riscv64', '/usr/share/qemu-efi-riscv64', [
    ['RISCV_VIRT_CODE.fd', 'RISCV_VIRT_VARS.fd'],
  ]),
  ...pairs('opensuse', 'x86_64', '/usr/share/qemu', [
    ['ovmf-x86_64-4m-code.bin', 'ovmf-x86_64-4m-vars.bin'],
    ['ovmf-x86_64-code.bin', 'ovmf-x86_64-vars.bin'],
    ['ovmf-x86_64-smm-ms-code.bin', 'ovmf-x86_64-smm-ms-vars.bin', 'enrolled'],
    ['ovmf-x86_64-smm-opensuse-code.bin', 'ovmf-x86_64-smm-opensuse-vars.bin', 'secure'],
    ['ovmf-x86_64-smm-code.bin', 'ovmf-x86_64-smm-vars.bin', 'secure'],
  ]),
  ...pairs('opensuse', 'aarch64', '/usr/share/qemu', [['aavmf-aarch64-code.bin', 'aavmf-aarch64-vars.bin']]),
  // QEMU ships one VARS for both x86 widths (i386), and one for both ARM widths (arm).
  ...pairs('nixos', 'x86_64', '/run/libvirt/nix-ovmf', [
    ['edk2-x86_64-code.fd', 'edk2-i386-vars.fd'],
    ['edk2-x86_64-secure-code.fd', 'edk2-i386-vars.fd', 'secure'],
    // Before NixOS 25.11, from virtualisation.libvirtd.qemu.ovmf.packages.
    ['OVMF_CODE.fd', 'OVMF_VARS.fd'],
    ['OVMF_CODE.ms.fd', 'OVMF_VARS.ms.fd', 'enrolled'],
  ]),
  ...pairs('nixos', 'aarch64', '/run/libvirt/nix-ovmf', [
    ['edk2-aarch64-code.fd', 'edk2-arm-vars.fd'],
    ['AAVMF_CODE.fd', 'AAVMF_VARS.fd'],
  ]),
  ...pairs('nixos', 'riscv64', '/run/libvirt/nix-ovmf', [['edk2-riscv-code.fd', 'edk2-riscv-vars.fd']]),
]

/** What to type for the firmware of an architecture; on NixOS a line of configuration.nix brings that of all. */
export const firmwareInstall: Readonly<Record<DistroFamily, Readonly<Record<string, string>>>> = {
  fedora: {
    x86_64: 'sudo dnf install edk2-ovmf',
    aarch64: 'sudo dnf install edk2-aarch64',
    riscv64: 'sudo dnf install edk2-riscv64',
  },
  arch: {
    x86_64: 'sudo pacman -S edk2-ovmf',
    aarch64: 'sudo pacman -S edk2-aarch64',
    riscv64: 'sudo pacman -S edk2-riscv64',
  },
  debian: {
    x86_64: 'sudo apt install ovmf',
    aarch64: 'sudo apt install qemu-efi-aarch64',
    riscv64: 'sudo apt install qemu-efi-riscv64',
  },
  opensuse: {
    x86_64: 'sudo zypper install qemu-ovmf-x86_64',
    aarch64: 'sudo zypper install qemu-uefi-aarch64',
  },
  nixos: {
    x86_64: 'virtualisation.libvirtd.enable = true;',
    aarch64: 'virtualisation.libvirtd.enable = true;',
    riscv64: 'virtualisation.libvirtd.enable = true;',
  },
}
