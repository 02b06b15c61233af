/**
 * The options of virt-install 5.0: which element each makes, and what its sub-options say of it (`virt-install --disk=?`).
 * `driver.cache` says the attribute `cache` of `<driver>`, `type` that of the element itself; what says anything else has
 * its place behind a sign: `serial=serial` the text of `<serial>`, `readonly=readonly!` whether there is `<readonly/>`.
 * `[]` is the number of one of several, counted from 0.
 */

export interface OptionRow {
  /** Without the dashes. */
  readonly option: string
  /** From the domain to the element; '' for the domain itself. */
  readonly at: string
  /** The sub-options, with blanks between them. */
  readonly says: string
  /** Sub-options of the table that are one there: what it says follows from the type. */
  readonly writtenAs?: Readonly<Record<string, string>>
}

const address =
  'address.type address.domain address.bus address.slot address.function address.multifunction address.controller address.target address.unit address.port address.base address.reg address.cssid address.ssid address.devno address.iobase address.irq alias.name'
const virtio = 'driver.ats driver.iommu driver.packed driver.page_per_vq'
const chardev = `type source.path source.mode source.channel log.file log.append protocol.type target.type target.name target.port target.model.name ${address}`
const feature = (names: string) =>
  names
    .split(' ')
    .map((name) => `${name}.state`)
    .join(' ')

export const optionRows: readonly OptionRow[] = [
  {
    option: 'metadata',
    at: '',
    says: 'uuid=uuid title=title description=description',
  },
  {
    option: 'events',
    at: '',
    says: 'on_poweroff=on_poweroff on_reboot=on_reboot on_crash=on_crash on_lockfailure=on_lockfailure',
  },
  {
    option: 'vcpus',
    at: '',
    says: 'vcpus=vcpu vcpu.current vcpu.placement vcpu.cpuset vcpus.vcpu[].id vcpus.vcpu[].enabled vcpus.vcpu[].hotpluggable vcpus.vcpu[].order',
  },
  {
    option: 'iothreads',
    at: '',
    says: 'iothreads=iothreads iothreadids.iothread[].id iothreadids.iothread[].thread_pool_min iothreadids.iothread[].thread_pool_max defaultiothread.thread_pool_min defaultiothread.thread_pool_max',
  },
  {
    option: 'memorybacking',
    at: 'memoryBacking',
    says: 'access.mode allocation.mode allocation.threads discard=discard! hugepages=hugepages! hugepages.page[].size hugepages.page[].unit hugepages.page[].nodeset locked=locked! nosharepages=nosharepages! source.type',
  },
  {
    option: 'cputune',
    at: 'cputune',
    says: 'shares=shares period=period quota=quota global_period=global_period global_quota=global_quota emulator_period=emulator_period emulator_quota=emulator_quota iothread_period=iothread_period iothread_quota=iothread_quota emulatorpin.cpuset emulatorsched.scheduler emulatorsched.priority vcpupin[].vcpu vcpupin[].cpuset iothreadpin[].iothread iothreadpin[].cpuset vcpusched[].vcpus vcpusched[].scheduler vcpusched[].priority iothreadsched[].iothreads iothreadsched[].scheduler iothreadsched[].priority',
  },
  {
    option: 'numatune',
    at: 'numatune',
    says: 'memory.mode memory.nodeset memory.placement memnode[].cellid memnode[].mode memnode[].nodeset',
  },
  { option: 'resource', at: 'resource', says: 'partition=partition fibrechannel.appid' },
  {
    option: 'sysinfo',
    at: 'sysinfo',
    says: 'type',
  },
  {
    option: 'boot',
    at: 'os',
    says: 'os_type=type firmware firmware.feature[].name firmware.feature[].enabled loader=loader loader.readonly loader.type loader.secure loader.stateless nvram=nvram nvram.template kernel=kernel initrd=initrd cmdline=cmdline dtb=dtb boot[].dev bootmenu.enable bootmenu.timeout=bootmenu/@timeout bios.useserial bios.rebootTimeout smbios.mode acpi.table=acpi/table acpi.table.type',
  },
  {
    option: 'features',
    at: 'features',
    says: `acpi=acpi! pae=pae! viridian=viridian! privnet=privnet! apic=apic! apic.eoi gic.version hap=hap! ioapic.driver msrs.unknown ${feature('pmu pvspinlock smm vmport vmcoreinfo kvm.hidden kvm.hint-dedicated kvm.poll-control kvm.pv-ipi hyperv.avic hyperv.evmcs hyperv.frequencies hyperv.ipi hyperv.reenlightenment hyperv.relaxed hyperv.reset hyperv.runtime hyperv.spinlocks hyperv.stimer hyperv.stimer.direct hyperv.synic hyperv.tlbflush hyperv.vapic hyperv.vpindex')} hyperv.spinlocks.retries`,
  },
  {
    option: 'cpu',
    at: 'cpu',
    says: 'mode match check migratable model=model model.fallback model.vendor_id vendor=vendor topology.sockets topology.dies topology.cores topology.threads cache.mode cache.level maxphysaddr.mode maxphysaddr.bits numa.cell[].id numa.cell[].cpus numa.cell[].memory numa.cell[].unit numa.cell[].memAccess numa.cell[].discard numa.cell[].distances.sibling[].id numa.cell[].distances.sibling[].value',
  },
  {
    option: 'clock',
    at: 'clock',
    says: 'offset timer[].name timer[].present timer[].tickpolicy timer[].track timer[].mode timer[].frequency timer[].catchup.limit timer[].catchup.slew timer[].catchup.threshold',
  },
  {
    option: 'pm',
    at: 'pm',
    says: 'suspend_to_mem.enabled=suspend-to-mem/@enabled suspend_to_disk.enabled=suspend-to-disk/@enabled',
  },
  {
    option: 'disk',
    at: 'devices/disk',
    says: `type device path=source/@file source.dev source.pool source.volume source.protocol source.name source.host[].name source.host[].port source.host[].transport source.host[].socket source.startupPolicy source.type source.managed source.namespace bus=target/@bus target.dev target.removable target.rotation_rate driver.name driver.type driver.cache driver.io driver.discard driver.discard_no_unref driver.detect_zeroes driver.copy_on_read driver.error_policy driver.iothread driver.queues ${virtio} boot.order boot.loadparm readonly=readonly! shareable=shareable! transient=transient! rawio sgio snapshot serial=serial wwn=wwn blockio.logical_block_size blockio.physical_block_size blockio.discard_granularity geometry.cyls geometry.heads geometry.secs geometry.trans iotune.read_bytes_sec=iotune/read_bytes_sec iotune.write_bytes_sec=iotune/write_bytes_sec iotune.total_bytes_sec=iotune/total_bytes_sec iotune.read_iops_sec=iotune/read_iops_sec iotune.write_iops_sec=iotune/write_iops_sec iotune.total_iops_sec=iotune/total_iops_sec ${address}`,
  },
  {
    option: 'controller',
    at: 'devices/controller',
    says: `type index model vectors driver.iothread driver.queues ${virtio} master.startport target.chassisNr target.chassis target.port target.hotplug target.busNr target.index target.node=target/node ${address}`,
  },
  {
    option: 'filesystem',
    at: 'devices/filesystem',
    says: `type accessmode fmode dmode multidevs model readonly=readonly! source.dir source.file source.dev source.name source.pool source.volume source.socket target.dir driver.type driver.format driver.name driver.queue driver.wrpolicy ${virtio} binary.path binary.xattr binary.cache.mode binary.sandbox.mode binary.lock.posix binary.lock.flock space_hard_limit=space_hard_limit space_soft_limit=space_soft_limit ${address}`,
  },
  {
    option: 'network',
    at: 'devices/interface',
    writtenAs: { 'source.network': 'source', 'source.bridge': 'source', 'source.dev': 'source' },
    says: `type trustGuestRxFilters source.network=source/@network source.bridge=source/@bridge source.dev=source/@dev source.mode source.path source.portgroup source.type mac.address model.type target.dev link.state mtu.size boot.order boot.loadparm rom.bar rom.file backend.type backend.logFile filterref.filter driver.name driver.queues ${virtio} virtualport.type portForward[].proto portForward[].address portForward[].dev portForward[].range[].start portForward[].range[].end portForward[].range[].to portForward[].range[].exclude ${address}`,
  },
  { option: 'smartcard', at: 'devices/smartcard', says: `mode type ${address}` },
  { option: 'serial', at: 'devices/serial', says: chardev },
  { option: 'parallel', at: 'devices/parallel', says: chardev },
  { option: 'console', at: 'devices/console', says: chardev },
  { option: 'channel', at: 'devices/channel', says: chardev },
  {
    option: 'input',
    at: 'devices/input',
    says: `type bus model source.dev source.evdev source.grab source.grabToggle source.repeat ${virtio} ${address}`,
  },
  {
    option: 'tpm',
    at: 'devices/tpm',
    says: `model backend.type backend.version backend.debug backend.persistent_state backend.encryption.secret backend.device.path backend.source.type backend.source.path ${address}`,
  },
  {
    option: 'graphics',
    at: 'devices/graphics',
    says: 'type port tlsPort websocket keymap connected defaultMode listens[].type=listen[]/@type listens[].address=listen[]/@address listens[].network=listen[]/@network listens[].socket=listen[]/@socket gl.enable gl.rendernode image.compression streaming.mode mouse.mode clipboard.copypaste filetransfer.enable zlib.compression',
  },
  {
    option: 'sound',
    at: 'devices/sound',
    says: `model multichannel streams codec[].type audio.id ${address}`,
  },
  { option: 'audio', at: 'devices/audio', says: 'id type' },
  {
    option: 'video',
    at: 'devices/video',
    says: `model.type model.heads model.ram model.vram model.vram64 model.vgamem model.blob model.acceleration.accel3d ${virtio} ${address}`,
  },
  { option: 'hostdev', at: 'devices/hostdev', says: `type driver.name boot.order rom.bar ${address}` },
  {
    option: 'redirdev',
    at: 'devices/redirdev',
    says: `bus type boot.order source.path source.mode ${address}`,
  },
  { option: 'watchdog', at: 'devices/watchdog', says: `model action ${address}` },
  {
    option: 'memballoon',
    at: 'devices/memballoon',
    says: `model autodeflate freePageReporting stats.period ${virtio} ${address}`,
  },
  {
    option: 'rng',
    at: 'devices/rng',
    says: `model rate.bytes rate.period backend=backend backend.model backend.type ${virtio} ${address}`,
  },
  { option: 'panic', at: 'devices/panic', says: `model ${address}` },
  {
    option: 'shmem',
    at: 'devices/shmem',
    says: `name role model.type size=size size.unit server.path msi.vectors msi.ioeventfd ${address}`,
  },
  { option: 'vsock', at: 'devices/vsock', says: `model cid.auto cid.address ${virtio} ${address}` },
  {
    option: 'iommu',
    at: 'devices/iommu',
    says: 'model driver.aw_bits driver.caching_mode driver.eim driver.intremap driver.iotlb',
  },
]

/** By the place that a sub-option says, numbers left out, how it is called: `portForward[]/range[]/@start`. */
export function suboptionsOf({ says }: OptionRow): ReadonlyMap<string, string> {
  const words = says.split(' ').filter((word) => word !== '')
  return new Map(words.map((word) => [placeOf(word), word.replace(/=.*/, '')]))
}

function placeOf(word: string): string {
  const sign = word.indexOf('=')
  if (sign >= 0) return word.slice(sign + 1)
  const parts = word.split('.')
  return [...parts.slice(0, -1), `@${parts.at(-1) ?? ''}`].join('/')
}
