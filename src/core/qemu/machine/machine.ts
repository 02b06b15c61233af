/** Name, mainboard and accelerator, and the features that are properties of the mainboard. */
import type { Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, device, emit, find, object } from '../build.ts'
import { options } from '../options.ts'
import { byHand, quiet, type Said, said } from '../said.ts'
import { reported } from '../said-of-devices.ts'

type Features = NonNullable<Domain['features']>

const xenOnly = byHand('It is left out: it belongs to Xen.')
const containersOnly = byHand('It is left out: it belongs to containers.')
const toCpu = said

export const featuresSaid: Said<Features> = {
  pae: quiet('Every processor that QEMU offers has it.'),
  acpi: said,
  apic: quiet('QEMU’s PCs always have one.'),
  apic_eoi: toCpu,
  hap: xenOnly,
  privnet: containersOnly,
  viridian: xenOnly,
  hyperv: {
    mode: said,
    relaxed: toCpu,
    vapic: toCpu,
    spinlocks: { state: toCpu, retries: toCpu },
    vpindex: toCpu,
    runtime: toCpu,
    synic: toCpu,
    stimer: { state: toCpu, direct: toCpu },
    reset: toCpu,
    vendor_id: { state: toCpu, value: toCpu },
    frequencies: toCpu,
    reenlightenment: toCpu,
    tlbflush: { state: toCpu, direct: toCpu, extended: toCpu },
    ipi: toCpu,
    evmcs: toCpu,
    avic: toCpu,
    emsr_bitmap: toCpu,
    xmm_input: toCpu,
  },
  kvm: {
    hidden: toCpu,
    hint_dedicated: toCpu,
    poll_control: toCpu,
    pv_ipi: toCpu,
    dirty_ring: said,
    dirty_ring_size: said,
  },
  pmu: toCpu,
  vmport: said,
  gic: said,
  smm: said,
  smm_tseg: said,
  ioapic: said,
  hpt_resizing: said,
  hpt_maxpagesize: said,
  vmcoreinfo: said,
  htm: said,
  nested_hv: said,
  ccf_assist: said,
  cfpc: said,
  sbbc: said,
  ibs: said,
  msrs: byHand(
    'Unknown MSRs are left out: for KVM this is a setting of the whole host, /sys/module/kvm/parameters/ignore_msrs.',
  ),
  tcg: { tb_cache: said },
  async_teardown: byHand('async-teardown is left out: add -run-with async-teardown=on, from QEMU 8.1.'),
  ras: said,
  ps2: said,
  aia: said,
}

export const pmSaid: Said<NonNullable<Domain['pm']>> = { suspend_to_mem: said, suspend_to_disk: said }

const seclabel = byHand(
  'The security label is left out: QEMU runs as whoever starts it. Start it under the label with runcon or aa-exec, or let libvirt do it.',
)

export const generalSaid = {
  type: said,
  name: said,
  uuid: said,
  title: quiet('A text for people.'),
  description: quiet('A text for people.'),
  seclabel,
  resource: byHand(
    'The resource partition is left out: start QEMU with systemd-run --scope --slice=… to put it into a cgroup.',
  ),
  id: reported,
  hwuuid: byHand('The hardware UUID is left out: it is Xen’s.'),
  genid: said,
  more_seclabels: seclabel,
  idmap: byHand('The id map is left out: it belongs to containers.'),
  perf: byHand('Performance events are left out: count them with perf on the host.'),
  blkiotune: byHand('Disk weights are left out: they belong to cgroups, systemd-run --scope -p IOWeight=….'),
  bootloader: xenOnly,
  bootloader_args: xenOnly,
  iothreads: said,
  iothreadids: {
    id: said,
    thread_pool_min: said,
    thread_pool_max: said,
    poll: {
      max: said,
      grow: said,
      shrink: said,
      weight: byHand('The weight is left out: QEMU 7.2 has no word for it.'),
    },
  },
  defaultiothread: byHand(
    'Worker threads of the main loop are left out: add -object main-loop,id=main-loop,thread-pool-max=….',
  ),
} as const

/** Whether the guest runs on the processor itself. */
export function usesKvm(build: Build): boolean {
  return build.domain.type === undefined || build.domain.type === 'kvm'
}

export function renderName({ domain, arguments: list }: Build): void {
  const path = ['name']
  list.push({
    option: '-name',
    value: options('', { guest: domain.name ?? 'vm', 'debug-threads': true }),
    path,
  })
}

/** The `-machine` line, last of all families since memory, clock and SMM add keys to it. */
export function renderMachine(build: Build, at: number): void {
  const { domain, machine } = build
  const type = domain.os?.machine ?? (build.isX86 ? 'q35' : 'virt')
  const accel = accelerator(build)
  const accelOptions = acceleratorOptions(build)
  const path = ['os', 'machine']
  const value = options(type, { accel: accelOptions === undefined ? accel : undefined, ...machine })
  const added = [{ option: '-machine', value, path }]
  if (accelOptions !== undefined)
    added.push({ option: '-accel', value: options(accel, accelOptions), path: ['type'] })
  build.arguments.splice(at, 0, ...added)
}

function accelerator(build: Build): string {
  const { type } = build.domain
  if (type === undefined || type === 'kvm') return 'kvm'
  if (type === 'qemu') return 'tcg'
  if (type === 'hvf') return 'hvf'
  find(build, 'qemu.unsupported', ['type'], `QEMU does not run domains of type ${type}; KVM is used instead.`)
  return 'kvm'
}

/** QEMU refuses `accel=` and `-accel` side by side. */
function acceleratorOptions({ domain }: Build): Record<string, string | number> | undefined {
  const { kvm, tcg } = domain.features ?? {}
  if (kvm?.dirty_ring === 'on') return { 'dirty-ring-size': kvm.dirty_ring_size ?? 4096 }
  const cache = tcg?.tb_cache === undefined ? undefined : sizeInBytes(tcg.tb_cache, 1024)
  return cache === undefined ? undefined : { 'tb-size': Math.ceil(cache / 1024 ** 2) }
}

/** libvirt manual, Hypervisor features; QEMU's `-machine TYPE,help`. */
export function collectMachineFeatures(build: Build): void {
  const { domain, machine, isX86 } = build
  const features = domain.features ?? {}
  const { ioapic, smm_tseg: tseg } = features
  if (features.smm !== undefined) machine['smm'] = features.smm
  if (features.vmport !== undefined) machine['vmport'] = features.vmport
  if (features.acpi !== true && (isX86 || build.arch === 'aarch64')) machine['acpi'] = false
  if (features.ps2 !== undefined) machine['i8042'] = features.ps2
  if (features.gic !== undefined) machine['gic-version'] = features.gic
  if (features.ras !== undefined) machine['ras'] = features.ras
  if (features.aia !== undefined) machine['aia'] = features.aia
  if (ioapic !== undefined && usesKvm(build)) machine['kernel-irqchip'] = ioapic === 'qemu' ? 'split' : 'on'
  else if (ioapic !== undefined)
    find(build, 'qemu.differs', ['features', 'ioapic'], 'Without KVM the I/O APIC is always QEMU’s own.')
  if (tseg !== undefined) {
    const mebibytes = Math.ceil((sizeInBytes(tseg, 1024 ** 2) ?? 0) / 1024 ** 2)
    emit(build, '-global', ['features', 'smm_tseg'], `mch.extended-tseg-mbytes=${mebibytes}`)
  }
  if (features.vmcoreinfo === true) emit(build, '-device', ['features', 'vmcoreinfo'], 'vmcoreinfo')
  collectPseriesFeatures(build, features)
  renderSleep(build)
}

function collectPseriesFeatures({ machine }: Build, features: Features): void {
  if (features.hpt_resizing !== undefined) machine['resize-hpt'] = features.hpt_resizing
  if (features.hpt_maxpagesize !== undefined) {
    const bytes = sizeInBytes(features.hpt_maxpagesize, 1024)
    machine['cap-hpt-max-page-size'] = bytes === undefined ? features.hpt_maxpagesize : `${bytes / 1024}k`
  }
  if (features.htm !== undefined) machine['cap-htm'] = features.htm
  if (features.nested_hv !== undefined) machine['cap-nested-hv'] = features.nested_hv
  if (features.ccf_assist !== undefined) machine['cap-ccf-assist'] = features.ccf_assist
  if (features.cfpc !== undefined) machine['cap-cfpc'] = features.cfpc
  if (features.sbbc !== undefined) machine['cap-sbbc'] = features.sbbc
  if (features.ibs !== undefined) machine['cap-ibs'] = features.ibs
}

/** S3 and S4, as the south bridge offers them. */
function renderSleep(build: Build): void {
  const { pm } = build.domain
  if (pm === undefined) return
  const bridge = build.board === 'q35' ? 'ICH9-LPC' : build.board === 'pc' ? 'PIIX4_PM' : undefined
  if (bridge === undefined) {
    find(build, 'qemu.unsupported', ['pm'], 'Power management is left out: it is for x86 mainboards.')
    return
  }
  if (pm.suspend_to_mem !== undefined)
    emit(build, '-global', ['pm', 'suspend_to_mem'], `${bridge}.disable_s3=${pm.suspend_to_mem ? 0 : 1}`)
  if (pm.suspend_to_disk !== undefined)
    emit(build, '-global', ['pm', 'suspend_to_disk'], `${bridge}.disable_s4=${pm.suspend_to_disk ? 0 : 1}`)
}

/** Number 1 and up, unless they have numbers of their own. libvirt manual, IOThreads Allocation. */
export function renderIoThreads(build: Build): void {
  const { iothreads = 0, iothreadids = [] } = build.domain
  const own = new Set<number>()
  for (const [index, { id, poll, thread_pool_min: fewest, thread_pool_max: most }] of iothreadids.entries()) {
    if (id === undefined) continue
    own.add(id)
    object(build, 'iothread', ['iothreadids', index], {
      id: `iothread${id}`,
      'poll-max-ns': poll?.max,
      'poll-grow': poll?.grow,
      'poll-shrink': poll?.shrink,
      'thread-pool-min': fewest,
      'thread-pool-max': most,
    })
  }
  for (let number = 1; own.size < iothreads; number += 1) {
    if (own.has(number)) continue
    own.add(number)
    emit(build, '-object', ['iothreads'], `iothread,id=iothread${number}`)
  }
}

/** A number that changes when the VM is copied or taken back; nothing in it means a new one. */
export function renderGenerationId(build: Build): void {
  const { genid } = build.domain
  if (genid === undefined) return
  device(build, 'vmgenid', ['genid'], { guid: genid === '' ? 'auto' : genid, id: 'vmgenid0' })
}
