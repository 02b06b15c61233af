/** Labels and help of the fields of the part snippets. */
import type { Catalogue } from '../../catalogue.ts'

export const snippets: Catalogue = {
  'XML put into <devices> or the domain, by its element.':
    'XML, das je nach Element in <devices> oder in die Domain kommt.',
  'Domain XML merged in where nothing is yet.': 'Domain-XML, das dort eingefügt wird, wo noch nichts steht.',
  'QEMU arguments': 'QEMU-Argumente',
  'Words that stand at the end of the command line of QEMU.': 'Wörter am Ende der Befehlszeile von QEMU.',
  'One word.': 'Ein Wort.',
  'QEMU environment': 'QEMU-Umgebung',
  'Environment variables of QEMU.': 'Umgebungsvariablen von QEMU.',
  'Name of the variable.': 'Name der Variablen.',
  'Its value; without one it is empty.': 'Ihr Wert; ohne ihn ist sie leer.',
  'QEMU capabilities': 'QEMU-Fähigkeiten',
  'What libvirt is to believe that QEMU can do.': 'Was QEMU nach Ansicht von libvirt können soll.',
  Capability: 'Fähigkeit',
  'Its name in libvirt.': 'Ihr Name in libvirt.',
  'No QEMU capabilities': 'Keine QEMU-Fähigkeiten',
  'What libvirt is to believe that QEMU can’t do.': 'Was QEMU nach Ansicht von libvirt nicht können soll.',
  'QEMU device properties': 'QEMU-Geräteeigenschaften',
  'Properties of devices that libvirt has no word for, or says otherwise.':
    'Eigenschaften von Geräten, für die libvirt kein Wort hat oder die es anders angibt.',
  'Alias of the device; one of your own begins with ua-.': 'Alias des Geräts; ein eigener beginnt mit ua-.',
  Properties: 'Eigenschaften',
  'Properties of its -device that are to be other ones.':
    'Eigenschaften seines -device, die anders sein sollen.',
  'Name of the property, as QEMU has it.': 'Name der Eigenschaft, wie QEMU sie nennt.',
  'What kind of value it is; remove takes away what libvirt says.':
    'Art des Werts; remove entfernt, was libvirt angibt.',
  'The value; none for remove.': 'Der Wert; bei remove keiner.',
  'Deprecated QEMU commands': 'Veraltete QEMU-Befehle',
  'What QEMU does when libvirt uses what is deprecated.': 'Was QEMU tut, wenn libvirt Veraltetes verwendet.',
  'Left out': 'Weggelassen',
  'What vmwright would add and this VM is to do without: paths such as vcpu.placement or root_disk.driver.type, and devices such as seed_disk.':
    'Was vmwright hinzufügen würde und diese VM nicht haben soll: Pfade wie vcpu.placement oder root_disk.driver.type und Geräte wie seed_disk.',
}
