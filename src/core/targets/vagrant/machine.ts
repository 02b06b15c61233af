/** The processor, clocks and other settings of the machine. */
import { line, lines, mebibytes, whole, wholePath, words } from '../plain/codecs.ts'
import { type Row, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { takeTopology } from '../plain/topology.ts'
import { named, ruby } from './ruby.ts'

const flag = words({ yes: true, no: false, on: true, off: false })

/** Settings of the provider that have one value. */
export const rows: readonly Row[] = [
  ['title', 'title', line],
  ['description', 'description', lines],
  ['uuid', 'uuid', line],
  ['type', 'driver', line],
  ['vcpu.value', 'cpus', whole],
  ['vcpu.cpuset', 'cpuset', line],
  ['memory.value', 'memory', mebibytes],
  ['cpu.mode', 'cpu_mode', line],
  ['cpu.model.value', 'cpu_model', line],
  ['cpu.model.fallback', 'cpu_fallback', line],
  ['numatune.memory.nodeset', 'nodeset', line],
  ['os.machine', 'machine_type', line],
  ['os.arch', 'machine_arch', line],
  ['os.loader.value', 'loader', wholePath],
  ['os.nvram.value', 'nvram', wholePath],
  ['os.kernel', 'kernel', wholePath],
  ['os.initrd', 'initrd', wholePath],
  ['os.cmdline', 'cmd_line', line],
  ['os.dtb', 'dtb', wholePath],
  ['features.kvm.hidden', 'kvm_hidden', flag],
  ['clock.offset', 'clock_offset', words({ utc: 'utc', localtime: 'localtime' })],
]

export function machineOf({ root }: Saying): string[] {
  const said: string[] = []
  const topology = takeTopology(root, { dies: false })
  const counts = Object.entries(topology ?? {}).map(([key, value]) => [key, String(value)])
  if (counts.length > 0) said.push(`v.cputopology ${named(Object.fromEntries(counts))}`)
  for (const part of root.parts('cputune.vcpupin')) {
    const vcpu = part.take('vcpu', whole)
    const set = part.take('cpuset', line)
    if (vcpu !== undefined && set !== undefined) said.push(`v.cpuaffinitiy ${vcpu} => ${ruby(set)}`)
  }
  // It has features beside a model only: lib/vagrant-libvirt/config.rb, validate.
  const featured = root.peek('cpu.model.value') === undefined ? [] : root.parts('cpu.features')
  for (const part of featured) {
    const name = part.take('name', line)
    const policy = part.take('policy', line)
    if (name !== undefined) said.push(`v.cpu_feature ${named({ name, policy: policy ?? 'require' })}`)
  }
  for (const part of root.parts('clock.timers')) {
    const timer = takeRows(part, [
      ['name', 'name', line],
      ['present', 'present', line],
      ['tickpolicy', 'tickpolicy', line],
      ['track', 'track', line],
      ['frequency', 'frequency', line],
      ['mode', 'mode', line],
    ])
    if (Object.hasOwn(timer, 'name')) said.push(`v.clock_timer ${named(timer)}`)
  }
  if (root.pass('memory_backing.hugepages', {})) said.push('v.memorybacking :hugepages')
  for (const part of root.parts('os.boot')) {
    const device = part.take('dev', words({ hd: 'hd', cdrom: 'cdrom', network: 'network', fd: 'fd' }))
    if (device !== undefined) said.push(`v.boot ${ruby(device)}`)
  }
  const words_ = (root.parts('qemu_arguments') ?? []).map((part) => part.take('value', line))
  for (const word of words_) if (word !== undefined) said.push(`v.qemuargs value: ${ruby(word)}`)
  return said
}
