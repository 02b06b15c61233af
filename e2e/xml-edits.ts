/** Single edits of domain XML as a person makes them, each with the line of vm.yml that it comes down to. */

export interface XmlEdit {
  readonly what: string
  /** The XML with the edit; undefined where there is nothing to edit. */
  readonly change: (xml: string) => string | undefined
  /** The one line of vm.yml that it comes down to. */
  readonly says: RegExp
}

function replacing(what: string, from: RegExp, to: string, says: RegExp): XmlEdit {
  return {
    what,
    says,
    change: (xml) => (from.test(xml) ? xml.replace(from, to) : undefined),
  }
}

/** An element at the end of another one, the first there is. */
function adding(what: string, parent: string, element: string, says: RegExp): XmlEdit {
  const end = new RegExp(`( *)</${parent}>`)
  return {
    what,
    says,
    change: (xml) =>
      end.test(xml) && !xml.includes(element.slice(0, element.search(/[\s/>]/)))
        ? xml.replace(end, (close, indent: string) => `${indent}  ${element}\n${close}`)
        : undefined,
  }
}

export const xmlEdits: readonly XmlEdit[] = [
  {
    what: 'another size of the memory',
    says: /\bram: \d+\w+/,
    change: (xml) => {
      const amount = /<memory unit='MiB'>(\d+)</.exec(xml)?.[1]
      return amount === undefined ? undefined : xml.replaceAll(`>${amount}<`, `>${Number(amount) + 1}<`)
    },
  },
  replacing('more vCPUs', /(<vcpu[^>]*>)\d+</, '$17<', /\bcpus?: 7\b/),
  replacing('vCPUs placed by numad', /placement='static'/, "placement='auto'", /placement: auto/),
  replacing('another end on power-off', /<on_poweroff>\w+/, '<on_poweroff>preserve', /on_poweroff: preserve/),
  replacing('another end on reboot', /<on_reboot>\w+/, '<on_reboot>preserve', /on_reboot: preserve/),
  replacing(
    'another end on a crash',
    /<on_crash>\w+/,
    '<on_crash>coredump-restart',
    /on_crash: coredump-restart/,
  ),
  replacing('another clock', /<clock offset='\w+'/, "<clock offset='variable'", /offset: variable/),
  replacing('a machine with its version', /machine='q35'/, "machine='pc-q35-10.0'", /machine: pc-q35-10.0/),
  replacing('boot from the network', /<boot dev='\w+'\/>/, "<boot dev='network'/>", /\bnetwork\b/),
  replacing('without ACPI', /\n *<acpi\/>/, '', /acpi: false/),
  replacing('a title', /<\/name>/, '</name>\n  <title>the one</title>', /title: the one/),
  replacing(
    'a description',
    /<\/name>/,
    '</name>\n  <description>for a test</description>',
    /description: for a test/,
  ),
  replacing(
    'a UUID',
    /<\/name>/,
    '</name>\n  <uuid>5d5e7f9a-2d8b-4b0f-9d39-0c1b1f2a3b4c</uuid>',
    /uuid: 5d5e7f9a/,
  ),
  replacing(
    'threads for disks',
    /<\/vcpu>(?!\s*<iothreads>)/,
    '</vcpu>\n  <iothreads>2</iothreads>',
    /iothreads: 2/,
  ),
  replacing(
    'memory of one node',
    /<\/vcpu>/,
    "</vcpu>\n  <numatune>\n    <memory mode='strict' nodeset='0'/>\n  </numatune>",
    /memory: .*strict/,
  ),
  replacing('a CPU that stays', /<cpu mode='[\w-]+'/, "$& migratable='off'", /migratable: "off"/),
  replacing('a disk without cache', /<driver name='qemu'/, "$& cache='directsync'", /cache: directsync/),
  replacing(
    'a disk that fails softly',
    /<driver name='qemu'/,
    "$& error_policy='report'",
    /error_policy: report/,
  ),
  adding('a serial number of a disk', 'disk', '<serial>A1</serial>', /serial: A1/),
  adding('a cable that is out', 'interface', "<link state='down'/>", /link: (?:down|\{state: down\})/),
  adding('larger packets', 'interface', "<mtu size='9000'/>", /mtu: 9000/),
  replacing('a card of another model', /<model type='virtio'\/>/, "<model type='e1000e'/>", /model: e1000e/),
  replacing(
    'an address of the card',
    /<interface [^>]*>/,
    "$&\n      <mac address='52:54:00:12:34:56'/>",
    /mac: "?52:54:00:12:34:56/,
  ),
  adding('no port of VMware', 'features', "<vmport state='off'/>", /vmport: false/),
  replacing(
    'no sleep',
    /<\/on_crash>/,
    "</on_crash>\n  <pm>\n    <suspend-to-mem enabled='no'/>\n  </pm>",
    /suspend_to_mem: false/,
  ),
  replacing(
    'a program of its own',
    /<devices>/,
    '<devices>\n    <emulator>/opt/qemu</emulator>',
    /emulator: \/opt\/qemu/,
  ),
]

export interface ChangedLines {
  /** Lines that are no longer there. */
  readonly taken: readonly string[]
  /** Lines that are new and say a value; keys of maps around it, and their braces, say none. */
  readonly values: readonly string[]
}

/** The lines between the common beginning and the common end of two texts. */
export function changedLines(before: string, after: string): ChangedLines {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1
  let end = 0
  const most = Math.min(old.length, now.length) - start
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const added = now.slice(start, now.length - end)
  return {
    taken: old.slice(start, old.length - end),
    values: added.filter((line) => !/^\s*(?:- )?[\w-]+:$/.test(line)),
  }
}
