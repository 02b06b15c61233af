/** Domains of which libvirt's verdict is known: refused, failed at the start, or fine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkDesign, type Finding, type HostFacts, lift, readDomainXml } from '../src/core/index.ts'

/** One domain and what a real libvirt said. */
export interface RulesCase {
  readonly name: string
  readonly xml: string
  /** `design`: it can't work. `harm`: it runs, and harms. `runs`: nothing is wrong. `host`: this host lacks something. */
  readonly cause: 'design' | 'harm' | 'runs' | 'host'
  /** In libvirt's words. */
  readonly message: string
}

/** What the rules are worth: the cases where they say what libvirt said, and where they don't. */
export interface RulesScore {
  readonly right: number
  readonly wrong: readonly (RulesCase & { readonly findings: readonly Finding[] })[]
}

/** The designs of ../shared/corpus/verdicts. */
export function verdictCases(folder: string): RulesCase[] {
  return readFileSync(path.join(folder, 'verdicts.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', verdict = '', cause = '', message = ''] = line.split('\t')
      return {
        name,
        xml: readFileSync(path.join(folder, `${name}.xml`), 'utf8'),
        cause: causeOf(verdict, cause),
        message,
      }
    })
}

function causeOf(verdict: string, cause: string): RulesCase['cause'] {
  if (cause === 'design' || cause === 'harm' || cause === 'host') return cause
  return verdict === 'runs' ? 'runs' : 'host'
}

/** What libvirt's tests made up for lines that nobody starts: QEMU 10.0 of the lab answers "-unknown: invalid option". */
const madeUp = /\s-unknown\s/

/** libvirt's own tests: a domain with NAME.ARCH.err is refused, with NAME.ARCH.args runs if QEMU has what is said there. */
export function libvirtCases(folder: string): RulesCase[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:x86_64|aarch64)\.(?:args|err)$/.test(file))
    .filter((file) => file.endsWith('.args') || !existsSync(path.join(folder, file.replace(/err$/, 'args'))))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const isRefused = file.endsWith('.err') || madeUp.test(text)
      return {
        name: file,
        xml: readFileSync(path.join(folder, file.replace(/\.\w+\.(?:args|err)$/, '.xml')), 'utf8'),
        cause: isRefused ? 'design' : 'runs',
        message: isRefused ? text.trim() : '',
      }
    })
}

/** Everything that reading and the rules have to say. */
export function findingsOf(xml: string, host: HostFacts | undefined): Finding[] {
  const { domains, findings } = readDomainXml(xml)
  return [...findings, ...domains.flatMap(({ domain }) => checkDesign(lift(domain, host), host))]
}

/** An error where libvirt refuses, at least a warning where it harms, no error where it runs. */
export function score(cases: readonly RulesCase[], host?: HostFacts): RulesScore {
  const judged = cases.map((one) => ({ ...one, findings: findingsOf(one.xml, host) }))
  const wrong = judged.filter((one) => !isRight(one))
  return { right: cases.length - wrong.length, wrong }
}

function isRight({ cause, findings }: RulesCase & { findings: readonly Finding[] }): boolean {
  const hasError = findings.some(({ severity }) => severity === 'error')
  if (cause === 'design') return hasError
  if (cause === 'harm') return hasError || findings.some(({ severity }) => severity === 'warning')
  return cause === 'host' || !hasError
}
