/** Which model of processor stands in `-cpu`. libvirt manual, CPU model and topology. */
import { type Build, report } from '../build/index.ts'
import { usesKvm } from './machine.ts'

/** What boards of ARM have when nobody says a word. QEMU, `default_cpu_type` of each machine. */
const armModels: readonly (readonly [machine: RegExp, model: string])[] = [
  [/^virt(?:-|$)/, 'cortex-a15'],
  [/^vexpress-a15$/, 'cortex-a15'],
  [/^(?:vexpress-a9|realview-pbx-a9)$/, 'cortex-a9'],
  [/^(?:versatile|integratorcp|realview-eb$)/, 'arm926'],
  [/^raspi3/, 'cortex-a53'],
  [/^raspi4/, 'cortex-a72'],
  [/^sbsa-ref$/, 'neoverse-n1'],
]

/** The model; undefined leaves it to QEMU. */
export function cpuModel(build: Build): string | undefined {
  const cpu = build.domain.cpu ?? {}
  if (cpu.mode === undefined && cpu.model?.value === undefined) return defaultModel(build)
  const mode = cpu.mode ?? 'custom'
  if (mode === 'maximum') return 'max'
  if (mode === 'custom') {
    if (cpu.model?.value !== undefined) return cpu.model.value
    const model = defaultModel(build)
    report(
      build,
      'qemu.text',
      ['cpu', 'model'],
      `A custom CPU needs the name of a model; ${model ?? 'the one of the board'} is used.`,
    )
    return model
  }
  if (mode === 'host-model')
    report(
      build,
      'qemu.differs',
      ['cpu', 'mode'],
      'host-model is libvirt’s own: it looks for the named model nearest to the host. Here the guest gets the host’s processor itself.',
    )
  if (usesKvm(build) || build.domain.type === 'hvf') return 'host'
  report(
    build,
    'qemu.differs',
    ['cpu', 'mode'],
    'Emulation can’t pass the host’s processor through: the guest gets all that QEMU can emulate.',
  )
  return 'max'
}

/**
 * What libvirt takes when nobody says a word: the model that the board has. With KVM on another architecture than x86
 * that would be none that the host can run, so that it is the host's.
 */
function defaultModel(build: Build): string | undefined {
  const { arch } = build
  // The program for 64 bits runs guests of 32 bits as well, with its own model.
  if (build.isX86)
    return arch === 'i686' && /i386$/.test(build.devices.emulator ?? 'i386') ? 'qemu32' : 'qemu64'
  if (usesKvm(build) || build.domain.type === 'hvf') return 'host'
  if (arch === 'riscv64') return 'rv64'
  if (arch === 'riscv32') return 'rv32'
  if (arch !== 'aarch64' && !arch.startsWith('armv')) return undefined
  const machine = build.domain.os?.machine ?? 'virt'
  return armModels.find(([pattern]) => pattern.test(machine))?.[1]
}
