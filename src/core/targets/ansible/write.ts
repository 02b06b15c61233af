/** From a design to a playbook. community.libvirt.virt 2.x, ansible.builtin.copy. */
import { Document, visit } from 'yaml'
import { homeToken } from '../../bundle/index.ts'
import { shellComment } from '../../text/index.ts'
import type { Lack } from '../lacks.ts'
import type { TargetJob, TargetText, Written } from '../target.ts'
import type { FileBeside } from '../wrapped/files-beside.ts'
import { domainFile, type WrappedDomain, wrappedDomain } from '../wrapped/wrapped-domain.ts'

export function writeAnsible({ design, host }: TargetJob): Written {
  const wrapped = wrappedDomain(design, host)
  const { files, lacks, findings } = wrapped
  return {
    files: [playbook(wrapped), domainFile(wrapped), ...files.map(({ file }) => file)],
    lacks: [...lacks, ...files.filter((one) => !isCopied(one)).map(notCopied)],
    findings,
  }
}

/** In a path of a module a `$` begins a variable of the host, and nothing takes that from it. */
function isCopied({ place }: FileBeside): boolean {
  return !place.includes('$')
}

function notCopied({ file, place, path }: FileBeside): Lack {
  return {
    path,
    message: `Ansible takes the $ in the place of ${file.name} for a variable, so that it is not copied.`,
    byHand: `Copy it to ${place} on the host.`,
  }
}

/** Ansible reads YAML 1.1, where `on` is no text. */
const yaml11 = { version: '1.1' } as const

function playbook(wrapped: WrappedDomain): TargetText {
  const { resolved, uri, hasHome } = wrapped
  const name = resolved.design.name.toWellFormed()
  const play = {
    name: 'Define and start a VM',
    hosts: 'all',
    become: uri === 'qemu:///system',
    gather_facts: hasHome,
    vars: { vm: name },
    tasks: tasks(wrapped),
  }
  const yaml = new Document([play], yaml11)
  yaml.commentBefore = ` The VM ${shellComment(name)}.\n${needs}`
  keepAsItIs(yaml)
  const text = yaml.toString({ lineWidth: 0 })
  return { name: 'playbook.yml', about: 'the playbook', language: 'yaml', text }
}

const needs = ` It needs the collection: ansible-galaxy collection install community.libvirt
 and on the host libvirt, python3-libvirt and python3-lxml. ansible-playbook -i HOST, playbook.yml runs it.`

const xmlOf = "{{ lookup('ansible.builtin.file', 'domain.xml') }}"
const home = `(ansible_facts['user_dir'] | e) + '/'`
const xmlWithHome = `{{ lookup('ansible.builtin.file', 'domain.xml') | replace('${homeToken}/', ${home}) }}`
const nameOf = '{{ vm }}'

const ours: ReadonlySet<unknown> = new Set([xmlOf, xmlWithHome, nameOf])

/** Nothing is filled in where a text of the design looks like a template. */
function keepAsItIs(yaml: Document): void {
  visit(yaml, {
    Scalar(_, node) {
      const { value } = node
      if (typeof value === 'string' && /\{[{%#]/.test(value) && !ours.has(value)) node.tag = '!unsafe'
    },
  })
}

function tasks({ resolved, uri, hasHome, files }: WrappedDomain): object[] {
  const { spec } = resolved.design
  return [
    ...files.filter(isCopied).flatMap(({ file, place }) => [
      {
        name: `Make the directory of ${file.name}`,
        'ansible.builtin.file': { path: directoryOf(place), state: 'directory' },
      },
      {
        name: `Copy ${file.name}`,
        'ansible.builtin.copy': { src: file.name, dest: place, mode: '0600' },
      },
    ]),
    {
      name: 'Define the VM',
      'community.libvirt.virt': {
        uri,
        command: 'define',
        xml: hasHome ? xmlWithHome : xmlOf,
        ...(spec.autostart === undefined ? {} : { autostart: spec.autostart }),
      },
    },
    { name: 'Start the VM', 'community.libvirt.virt': { uri, name: nameOf, state: 'running' } },
  ]
}

function directoryOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/'))
}
