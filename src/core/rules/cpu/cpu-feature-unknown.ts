import {
  armCpuFeatures,
  cpuWordsVersion,
  newerX86CpuFeatures,
  x86CpuFeatureAliases,
  x86CpuFeatures,
} from '../../domain/index.ts'
import { isNewerThan } from '../support/host-version.ts'
import { isArm, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.feature-unknown',
  title: 'A CPU feature that libvirt does not know',
  target: 'libvirt',
  source: 'libvirt 11.3 at the start: "unknown CPU feature: sse3"; the words are those of its cpu_map',
  *check(context) {
    const version = context.host?.libvirt
    if (isNewerThan(version, cpuWordsVersion)) return
    const known = isX86(context) ? x86CpuFeatures : isArm(context) ? armCpuFeatures : undefined
    if (known === undefined) return
    for (const [index, { name }] of (context.domain.cpu?.features ?? []).entries()) {
      if (name === undefined || known.has(name)) continue
      if (version === undefined && newerX86CpuFeatures.has(name)) continue
      const path = ['cpu', 'features', index]
      const right = isX86(context) ? x86CpuFeatureAliases.get(name) : undefined
      yield {
        at: path,
        message:
          right === undefined
            ? `libvirt ${cpuWordsVersion} knows no feature ${name} of a processor for ${context.domain.os?.arch}. Leave it out.`
            : `libvirt calls the feature ${name} ${right}, and knows it by this name alone.`,
        fix:
          right === undefined
            ? { title: `Leave ${name} out` }
            : { title: `Call it ${right}`, at: [...path, 'name'], value: right },
      }
    }
  },
}
