/** The names of QEMU's options, `-help` and qemu-options.hx of QEMU 10.0 for x86 and ARM, each tried in the lab. */

/** The QEMU whose options these are. */
export const qemuOptionsVersion = '10.0'

export const qemuOptions: ReadonlySet<string> = new Set(
  `
  D L M S accel acpitable action add-fd append audio audiodev bios blockdev boot cdrom chardev compat
  cpu d daemonize debugcon device dfilter display drive dtb dump-vmstate echr enable-kvm
  enable-sync-profile fda fdb fsdev full-screen fw_cfg g gdb global h hda hdb hdc hdd help icount
  incoming initrd iscsi jitdump k kernel loadvm m machine mem-path mem-prealloc mon monitor msg mtdblock
  name net netdev nic no-fd-bootchk no-reboot no-shutdown no-user-config nodefaults nographic numa
  object old-param only-migratable option-rom overcommit parallel perfmap pflash pidfile plugin
  preconfig prom-env qmp qmp-pretty qtest qtest-log readconfig rtc run-with s sandbox sd seed
  semihosting semihosting-config serial set shim smbios smp snapshot spice tpmdev trace usb usbdevice
  uuid version vga virtfs vnc watchdog-action win2k-hack xen-attach xen-domid xen-domid-restrict
`
    .trim()
    .split(/\s+/),
)

/** Those that are gone, and the version that has them no more; QEMU manual, Removed features. */
export const goneQemuOptions: ReadonlyMap<string, string> = new Map([
  ['no-kvm-pit', '2.12'],
  ['tdf', '2.12'],
  ['no-kvm-irqchip', '3.0'],
  ['no-kvm-pit-reinjection', '3.0'],
  ['balloon', '3.1'],
  ['localtime', '3.1'],
  ['nodefconfig', '3.1'],
  ['redir', '3.1'],
  ['rtc-td-hack', '3.1'],
  ['startdate', '3.1'],
  ['no-kvm', '5.2'],
  ['realtime', '6.0'],
  ['show-cursor', '6.0'],
  ['tb-size', '6.0'],
  ['no-quit', '7.0'],
  ['enable-fips', '7.1'],
  ['soundhw', '7.1'],
  ['writeconfig', '7.1'],
  ['no-acpi', '9.0'],
  ['no-hpet', '9.0'],
  ['singlestep', '9.0'],
  ['chroot', '9.0'],
  ['async-teardown', '9.0'],
  ['portrait', '9.2'],
  ['rotate', '9.2'],
  ['runas', '10.0'],
])
