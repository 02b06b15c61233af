/** What the rules of memory say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const memory: Catalogue = {
  'Huge pages of {1} and {2} are both for all memory: say for one of them which NUMA cells it is for.':
    'Huge Pages von {1} und {2} gelten beide für den ganzen Arbeitsspeicher: für eine davon angeben, für welche NUMA-Zellen sie ist.',
  'Huge pages of {1} and {2} and {3} are both for all memory: say for one of them which NUMA cells it is for.':
    'Huge Pages von {1}, {2} und {3} gelten alle für den ganzen Arbeitsspeicher: angeben, für welche NUMA-Zellen sie sind.',
  'No processor has pages of {1}: on x86 they are of 2M or 1G.':
    'Kein Prozessor hat Seiten von {1}: Auf x86 sind es 2M oder 1G.',
  'Take pages of 2M': 'Seiten von 2M nehmen',
  'The VM starts with {1} but has {2} at most; libvirt takes the smaller. Lower current_memory, or raise the memory.':
    'Die VM startet mit {1}, hat aber höchstens {2}; libvirt nimmt das Kleinere. current_memory senken oder den Arbeitsspeicher erhöhen.',
  'Leave current_memory out': 'current_memory weglassen',
  'A {1} is a file of the host: say its path in source.':
    '{1} ist eine Datei des Hosts: ihren Pfad in source angeben.',
  'The label area of an nvdimm is 128 KiB at least.':
    'Der Label-Bereich eines nvdimm hat mindestens 128 KiB.',
  'The label area of the nvdimm is not smaller than the nvdimm.':
    'Der Label-Bereich des nvdimm ist nicht kleiner als das nvdimm.',
  'A virtio-pmem belongs to no NUMA cell: leave node out.':
    'Ein virtio-pmem gehört zu keiner NUMA-Zelle: node weglassen.',
  'A virtio-pmem is shared with the host: set access to shared.':
    'Ein virtio-pmem wird mit dem Host geteilt: access auf shared setzen.',
  'The block of a virtio-mem is a power of two, 2M at least: say it in target.block.':
    'Der Block eines virtio-mem ist eine Zweierpotenz, mindestens 2M: in target.block angeben.',
  'The block of a virtio-mem is 2M at least.': 'Der Block eines virtio-mem ist mindestens 2M groß.',
  'A virtio-mem is asked for more than its size.':
    'Von einem virtio-mem wird mehr angefordert, als es groß ist.',
  'What a virtio-mem is asked for is a multiple of its block.':
    'Was von einem virtio-mem angefordert wird, ist ein Vielfaches seines Blocks.',
  'The guest finds plugged memory by ACPI, which is off. Switch ACPI on.':
    'Der Gast findet eingesteckten Speicher über ACPI, und das ist aus. ACPI einschalten.',
  'Switch ACPI on': 'ACPI einschalten',
  'The memory is for NUMA cell {1}, but the guest has {2}, numbered from 0.':
    'Der Speicher ist für die NUMA-Zelle {1}, der Gast hat aber nur {2}, gezählt ab 0.',
  'Give it to cell 0': 'Der Zelle 0 geben',
  'The guest finds this memory where another memory device is, at {1}. Leave the address out, and libvirt picks one.':
    'Der Gast findet diesen Speicher dort, wo ein anderes Speichergerät ist, bei {1}. Ohne Adresse wählt libvirt eine.',
  'Memory devices need max_memory: how much memory there can be at most, and in how many slots.':
    'Speichergeräte brauchen max_memory: wie viel Arbeitsspeicher es höchstens sein kann und in wie vielen Steckplätzen.',
  'There are {1} memory modules and {2} slots.': 'Zahl der Speichermodule: {1}, der Steckplätze: {2}.',
  'Make {1} slots': '{1} Steckplätze vorsehen',
  'The memory module belongs to a NUMA cell of the guest; which one is not said.':
    'Das Speichermodul gehört zu einer NUMA-Zelle des Gastes; zu welcher, ist nicht angegeben.',
  'Huge pages come from a file system of their own, not from anonymous memory. Set the source to memfd, or leave it out.':
    'Huge Pages kommen aus einem eigenen Dateisystem, nicht aus anonymem Speicher. Die Quelle auf memfd setzen oder weglassen.',
  'Set the source to memfd': 'Quelle auf memfd setzen',
  'The VM has {1} and may have {2} at most.': 'Die VM hat {1} und darf höchstens {2} haben.',
  'Raise it to {1}': 'Auf {1} erhöhen',
  'The VM has no memory. Set ram, for example to 2G.':
    'Die VM hat keinen Arbeitsspeicher. ram setzen, etwa auf 2G.',
  'Set ram to 2G': 'ram auf 2G setzen',
  '{1} of memory are too little for most systems. Was another unit meant? 512M is enough for a small one.':
    '{1} Arbeitsspeicher sind für die meisten Systeme zu wenig. War eine andere Einheit gemeint? 512M reichen für ein kleines.',
  'Set the memory to 512M': 'Arbeitsspeicher auf 512M setzen',
  'The cell has more memory than any machine can address. Give it less.':
    'Die Zelle hat mehr Arbeitsspeicher, als irgendeine Maschine adressieren kann. Ihr weniger geben.',
}
