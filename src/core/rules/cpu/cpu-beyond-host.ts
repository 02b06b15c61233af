import type { Path } from '../../finding.ts'
import { formatCpuList, type HostFacts } from '../../host/index.ts'
import { CpuSet, cpusOf } from '../../text/index.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.beyond-host',
  title: 'Host CPUs that the host does not have',
  source: 'libvirt 11.3: "cannot set CPU affinity on process …: Invalid argument"',
  *check(context) {
    const known = hostCpus(context.host)
    if (known === undefined) return
    for (const [path, text] of pinned(context)) {
      const beyond = cpusOf(text)?.without(known)
      if (beyond === undefined || beyond.isEmpty) continue
      yield {
        at: path,
        message: `The host has no CPU ${beyond}. Its CPUs are ${formatCpuList([...known])}; choose among them.`,
      }
    }
  },
}

/** The CPUs that are online, else those of the nodes; undefined when neither is known. */
function hostCpus(host: HostFacts | undefined): CpuSet | undefined {
  const threads = host?.cpu?.threads ?? []
  if (threads.length > 0)
    return CpuSet.of(threads.filter(({ online }) => online !== false).map(({ cpu }) => cpu))
  const lists = (host?.numa ?? []).map(({ cpus }) => (cpus === undefined ? undefined : cpusOf(cpus)))
  return lists.length === 0 || lists.includes(undefined)
    ? undefined
    : lists.reduce<CpuSet>((all, list) => all.or(list ?? new CpuSet()), new CpuSet())
}

function pinned({ domain }: RuleContext): (readonly [path: Path, cpuset: string])[] {
  const { vcpu, cputune } = domain
  const found: (readonly [Path, string | undefined])[] = [
    [['vcpu', 'cpuset'], vcpu?.cpuset],
    [['cputune', 'emulatorpin', 'cpuset'], cputune?.emulatorpin?.cpuset],
    ...(cputune?.vcpupin ?? []).map(
      ({ cpuset }, index) => [['cputune', 'vcpupin', index, 'cpuset'], cpuset] as const,
    ),
    ...(cputune?.iothreadpin ?? []).map(
      ({ cpuset }, index) => [['cputune', 'iothreadpin', index, 'cpuset'], cpuset] as const,
    ),
  ]
  return found.flatMap(([path, cpuset]) => (cpuset === undefined ? [] : [[path, cpuset] as const]))
}
