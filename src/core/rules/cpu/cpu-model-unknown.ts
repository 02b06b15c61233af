import { armCpuModels, cpuWordsVersion, x86CpuModels } from '../../domain/index.ts'
import { isNewerThan } from '../support/host-version.ts'
import { isArm, isX86 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.model-unknown',
  title: 'A CPU model that there is not',
  target: 'libvirt',
  source:
    'libvirt 11.3 at the start: "Unknown CPU model foo", "cannot translate CPU model foo to a supported model"; the words are those of its cpu_map, for ARM those of QEMU',
  *check({ mode, match, model }, context) {
    if (isNewerThan(context.host?.libvirt, cpuWordsVersion)) return
    const name = model?.value ?? ''
    // At least this one is the host's own, whatever its name: libvirt 11.3 starts it.
    if (name === '' || match === 'minimum' || (mode !== undefined && mode !== 'custom')) return
    const known = isX86(context) ? x86CpuModels : isArm(context) ? armCpuModels : undefined
    if (known === undefined || known.has(name)) return
    const better = isX86(context) ? 'qemu64' : 'max'
    yield {
      at: ['model'],
      message: `libvirt ${cpuWordsVersion} knows no processor ${name} for ${context.domain.os?.arch}. Name one that it knows, such as ${better}, or take the mode host-passthrough.`,
      fix: { title: `Take ${better}`, at: ['model', 'value'], value: better },
    }
  },
})
