/** What the tests of networks share. */
import type { Domain, Interface } from '../../domain/index.ts'
import type { HostFacts } from '../../host/index.ts'
import { renderArgv } from '../index.ts'
import { resolvedOf } from '../written-lines.test-helper.ts'

/** The options of the interfaces, places on buses aside. */
export function networkLines(list: readonly Interface[], host?: HostFacts, domain: Domain = {}): string[] {
  const devices = { ...domain.devices, interfaces: [...list] }
  return renderArgv(resolvedOf({ ...domain, devices }, host))
    .arguments.filter(({ path }) => path[1] === 'interfaces')
    .map(
      ({ option, value = '' }) => `${option} ${value.replace(/,bus=[\w.]+(?:,addr=[\w.]+|,port=\d+)?/, '')}`,
    )
}

/** Codes and places of what was found about the interfaces: `qemu.differs 0.mac`. */
export function networkFindings(list: readonly Interface[], host?: HostFacts): string[] {
  return renderArgv(resolvedOf({ devices: { interfaces: [...list] } }, host))
    .findings.filter(({ path }) => path.includes('interfaces'))
    .map(({ code, path }) => `${code} ${path.slice(path.indexOf('interfaces') + 1).join('.')}`)
}
