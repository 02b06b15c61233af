/** A design for people who are asked for help: what it is, what is wrong, the host, the XML, and the link to it. */
import { describeVm } from '../bundle/index.ts'
import { concerns, countWords, type Finding, formatPath, severities } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { markdownBlock, markdownCode, markdownText } from '../text/index.ts'

export interface ForumPost {
  readonly design: Design
  readonly host: HostFacts | undefined
  /** Domain XML, ending with a newline. */
  readonly xml: string
  readonly findings: readonly Finding[]
  /** The address of the page with the design in it; undefined when the design is too large for one. */
  readonly link: string | undefined
}

/**
 * The post in Markdown, as GitHub, GitLab and Discourse read it. Of the host it says versions and distribution, and
 * nothing that tells a person apart.
 */
export function forumPost({ design, host, xml, findings, link }: ForumPost): string {
  return [
    `## ${markdownText(design.name)}\n`,
    describeVm(design, host),
    ...hostLine(host),
    ...listOf(findings.filter((finding) => concerns(finding, 'libvirt') && finding.severity !== 'advice')),
    `<details><summary>Domain XML</summary>\n\n${markdownBlock('xml', xml.trimEnd())}\n</details>\n`,
    ...(link === undefined ? [] : [`The design: <${link}>\n`]),
  ].join('\n')
}

function hostLine(host: HostFacts | undefined): string[] {
  if (host === undefined) return []
  const { distro, distro_version: version, kernel, libvirt, qemu, connection } = host
  const words = [
    distro === undefined ? undefined : `${distro} ${version ?? ''}`.trimEnd(),
    kernel?.release === undefined ? undefined : `Linux ${kernel.release}`,
    libvirt === undefined ? undefined : `libvirt ${libvirt}`,
    qemu === undefined ? undefined : `QEMU ${qemu}`,
    connection,
  ].filter((word) => word !== undefined)
  return words.length === 0 ? [] : [`Host: ${markdownText(words.join(', '))}\n`]
}

function listOf(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [countWords(severity, count)]
  })
  const lines = findings.map(
    ({ code, path, message }) =>
      `- ${markdownText(message)} (${markdownCode(path.length === 0 ? code : `${formatPath(path)}, ${code}`)})\n`,
  )
  return [`${counts.join(', ')}:\n\n${lines.join('')}`]
}
