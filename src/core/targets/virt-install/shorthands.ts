/** Words that people use and our own lines do not: other names, first words without a name (virtinst/cli.py, 5.0). */

/** What the first words of an option mean that have no name. */
export const firstWords: Readonly<Record<string, readonly string[]>> = {
  audio: ['type'],
  channel: ['type'],
  clock: ['offset'],
  console: ['type'],
  controller: ['type'],
  cpu: ['model'],
  disk: ['path'],
  events: ['on_poweroff'],
  filesystem: ['source', 'target'],
  graphics: ['type'],
  input: ['type', 'bus'],
  iommu: ['model'],
  iothreads: ['iothreads'],
  memballoon: ['model'],
  memory: ['memory'],
  network: ['source'],
  numatune: ['memory.nodeset', 'memory.mode'],
  panic: ['model'],
  parallel: ['type'],
  redirdev: ['bus', 'type'],
  rng: ['type'],
  serial: ['type'],
  shmem: ['name'],
  smartcard: ['mode'],
  sound: ['model'],
  sysinfo: ['type'],
  tpm: ['type'],
  vcpus: ['vcpus'],
  video: ['model.type'],
  vsock: ['model'],
  watchdog: ['model'],
}

/** Other names of sub-options, by the option; `*` for any. */
export const otherNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': { clearxml: '' },
  boot: { 'bootmenu.enable': 'bootmenu.enable', menu: 'bootmenu.enable', kernel_args: 'cmdline' },
  cpu: { sockets: 'topology.sockets', cores: 'topology.cores', threads: 'topology.threads' },
  disk: {
    'source.file': 'path',
    format: 'driver.type',
    'target.bus': 'bus',
    boot_order: 'boot.order',
    cache: 'driver.cache',
    discard: 'driver.discard',
    error_policy: 'driver.error_policy',
    io: 'driver.io',
    removable: 'target.removable',
    startup_policy: 'source.startupPolicy',
  },
  events: { poweroff: 'on_poweroff', reboot: 'on_reboot', crash: 'on_crash' },
  filesystem: { source: 'source.dir', target: 'target.dir', mode: 'accessmode' },
  memorybacking: { size: 'hugepages.page0.size', access_mode: 'access.mode', source_type: 'source.type' },
  network: {
    model: 'model.type',
    mac: 'mac.address',
    boot_order: 'boot.order',
    driver_name: 'driver.name',
    driver_queues: 'driver.queues',
    source_mode: 'source.mode',
    target: 'target.dev',
  },
  tpm: { path: 'backend.device.path', version: 'backend.version' },
  rng: {
    device: 'backend',
    backend_type: 'backend.type',
    rate_bytes: 'rate.bytes',
    rate_period: 'rate.period',
  },
  channel: { target_type: 'target.type', name: 'target.name', path: 'source.path' },
  serial: { path: 'source.path' },
  console: { target_type: 'target.type', path: 'source.path' },
  video: {
    model: 'model.type',
    heads: 'model.heads',
    vram: 'model.vram',
    accel3d: 'model.acceleration.accel3d',
  },
  vcpus: { 'vcpu.vcpus': 'vcpus', cpuset: 'vcpu.cpuset' },
}

/** Options by their other names. */
export const otherOptions: Readonly<Record<string, string>> = {
  '-n': 'name',
  '-r': 'memory',
  '--ram': 'memory',
  '-u': 'uuid',
  '-w': 'network',
  '--nic': 'network',
  '-f': 'disk',
  '-c': 'cdrom',
  '-l': 'location',
  '-x': 'extra-args',
  '--host-device': 'hostdev',
  '--soundhw': 'sound',
  '--os-variant': 'osinfo',
}

/** Those without a value behind them. */
export const flags: ReadonlySet<string> = new Set(
  'import pxe hvm paravirt container autostart transient destroy-on-exit noautoconsole noreboot print-xml dry-run quiet debug force prompt nographics nodisks nonetworks vnc sdl accelerate noacpi noapic v p'.split(
    ' ',
  ),
)

/** Those that say how it is run, and nothing of the VM. */
export const aboutTheRun: ReadonlySet<string> = new Set(
  'connect import noautoconsole noreboot wait dry-run print-xml print-step check quiet q debug d force prompt autoconsole transient hvm accelerate console-none v noacpi'.split(
    ' ',
  ),
)
