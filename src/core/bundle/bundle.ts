/** The bundle: everything that it takes to run one VM, as files. */
import { renderCloudInit } from '../cloudinit/index.ts'
import { renderXmlText } from '../domain/index.ts'
import { guestMounts, renderShell } from '../exports/index.ts'
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { seedImage } from '../seed/index.ts'
import { type Design, writeSpec } from '../spec/index.ts'
import { withStoredSpec } from '../stored-spec/index.ts'
import { sha256, utf8Encode } from '../text/index.ts'
import type { BundleFile } from './bundle-file.ts'
import { bundleFindings } from './bundle-findings.ts'
import { type BundlePlan, bundlePlan } from './bundle-plan.ts'
import { createScript } from './create-script.ts'
import { destroyScript } from './destroy-script.ts'
import { dumpVbiosScript } from './dump-vbios-script.ts'
import { withHomeToken } from './home-token.ts'
import { hostSetupScript, hostSetupSteps } from './host-setup-script.ts'
import { readme } from './readme.ts'
import { sshConfig } from './ssh-config.ts'
import { placeholderKey, placesOf } from './ssh-key.ts'

export interface BundleOptions {
  /** Whether the domain holds the design, too, so that what libvirt has of it brings the design back. */
  readonly storesSpec?: boolean
}

/** What a design becomes to be taken to its host. */
export interface Bundle {
  /** In the order of README.md; names are unique. */
  readonly files: readonly BundleFile[]
  /** What the files can't say, from all that wrote them, for every target. What the rules find is not among it. */
  readonly findings: readonly Finding[]
}

/**
 * Writes domain.xml, qemu.sh, the seed, the scripts that make and take away the VM, and what tells about them. The same
 * design and host give the same bytes. SHA256SUMS is about all other files.
 *
 * @param host the host that the VM is to run on; what is missing of it is found out by create.sh
 */
export function bundle(
  design: Design,
  host: HostFacts | undefined,
  { storesSpec = false }: BundleOptions = {},
): Bundle {
  const plan = bundlePlan(design, host, storesSpec)
  const { command, installed, answers } = plan
  const cloudInit = renderCloudInit(plan.libvirt.design, plan.host)
  const seedFiles = plan.hasSeed ? cloudInit.files.map(({ name, text }) => file(name, text)) : []
  const ssh = plan.forward === undefined && plan.login === undefined ? undefined : sshConfig(plan)
  const steps = hostSetupSteps(plan)
  const dumpVbios = dumpVbiosScript(plan)
  const image = seedFiles.length > 0 ? seedImage(seedFiles) : undefined
  const others: BundleFile[] = [
    script('create.sh', createScript(plan, image === undefined ? [] : placesOf(placeholderKey, image))),
    script('destroy.sh', destroyScript(plan)),
    script('host-setup.sh', hostSetupScript(plan)),
    ...(dumpVbios === undefined ? [] : [script('dump-vbios.sh', dumpVbios)]),
    script('qemu.sh', renderShell(command, plan.qemu).text),
    file('domain.xml', domainXml(plan, plan.libvirt)),
    ...(installed === undefined
      ? []
      : [
          script('qemu-installed.sh', renderShell(installed.command, installed.qemu).text),
          file('domain-installed.xml', domainXml(plan, installed.libvirt)),
        ]),
    file('vm.yml', writeSpec(design)),
    ...(image === undefined ? [] : [{ name: 'seed.iso', bytes: image, executable: false }]),
    ...seedFiles,
    ...(answers === undefined
      ? []
      : [
          { name: answers.name, bytes: answers.bytes, executable: false },
          ...answers.written.files.map(({ name, text }) => file(`answers/${name}`, text)),
        ]),
    ...(ssh === undefined ? [] : [file('ssh.config', ssh.text)]),
    ...mountUnits(plan),
  ]
  const names = ['README.md', ...others.map(({ name }) => name), 'SHA256SUMS']
  const files = [file('README.md', readme(plan, names, steps)), ...others]
  return {
    files: [...files, file('SHA256SUMS', files.map(sumLine).join(''))],
    findings: [
      ...bundleFindings(plan.libvirt),
      ...plan.libvirt.findings,
      ...command.findings,
      ...cloudInit.findings,
      ...(ssh?.findings ?? []),
      ...steps.flatMap(({ findings = [] }) => findings),
    ],
  }
}

function domainXml({ storesSpec, design }: BundlePlan, { domain }: Resolved): string {
  const xml = renderXmlText(withHomeToken(domain))
  return storesSpec ? withStoredSpec(xml, design).text : xml
}

function file(name: string, text: string): BundleFile {
  return { name, bytes: utf8Encode(text), executable: false }
}

function script(name: string, text: string): BundleFile {
  return { name, bytes: utf8Encode(text), executable: true }
}

/** A mount point may be in no two units, so the names are unique. */
function mountUnits({ libvirt }: BundlePlan): BundleFile[] {
  return guestMounts(libvirt.domain).flatMap(({ unitName, unit }) =>
    unit === undefined ? [] : [file(`guest/${unitName}`, unit)],
  )
}

/** sha256sum writes a backslash of a name twice, and says so by one at the beginning of the line. */
function sumLine({ name, bytes }: BundleFile): string {
  const escaped = name.replaceAll('\\', '\\\\')
  return `${escaped === name ? '' : '\\'}${sha256(bytes)}  ${escaped}\n`
}
