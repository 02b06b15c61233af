/** What the rules of firmware say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const firmware: Catalogue = {
  '{1} goes with a kernel that QEMU boots itself, and there is none. Leave {2} out.':
    '{1} gehört zu einem Kernel, den QEMU selbst startet, und es gibt keinen. {2} weglassen.',
  'Leave initrd out': 'initrd weglassen',
  'Leave cmdline out': 'cmdline weglassen',
  'Leave shim out': 'shim weglassen',
  'The BIOS writes to the first serial port, and there is none. Add one.':
    'Das BIOS schreibt auf die erste serielle Schnittstelle, und es gibt keine. Eine hinzufügen.',
  'Leave the messages out': 'Meldungen weglassen',
  'ARM guests have ACPI with UEFI only. Set firmware to uefi-insecure, or features.acpi to false.':
    'ARM-Gäste haben ACPI nur mit UEFI. firmware auf uefi-insecure setzen oder features.acpi auf false.',
  'Set firmware to uefi-insecure': 'firmware auf uefi-insecure setzen',
  'There is no BIOS for ARM. Take UEFI.': 'Für ARM gibt es kein BIOS. UEFI nehmen.',
  'Take UEFI': 'UEFI nehmen',
  '{1} is the code part of UEFI, which needs the type pflash and readonly. QEMU takes it for a BIOS otherwise and does not start.':
    '{1} ist der Code-Teil von UEFI und braucht den Typ pflash und readonly. Sonst hält QEMU die Datei für ein BIOS und startet nicht.',
  '{1} is the code part of UEFI, and as a BIOS it has nowhere to keep its settings and boot entries: they are not kept. Make it a read-only pflash.':
    '{1} ist der Code-Teil von UEFI und hat als BIOS keinen Ort für Einstellungen und Starteinträge: Sie gehen verloren. Die Datei als schreibgeschützten pflash eintragen.',
  'Make it a read-only pflash': 'Als schreibgeschützten pflash eintragen',
  'Enrolled keys are the keys of Secure Boot, and Secure Boot is off. Switch enrolled-keys off as well, or Secure Boot on.':
    'enrolled-keys sind die Schlüssel von Secure Boot, und Secure Boot ist aus. Auch enrolled-keys ausschalten oder Secure Boot einschalten.',
  'Switch enrolled-keys off': 'enrolled-keys ausschalten',
  'libvirt looks for a firmware with these features only when firmware says which kind. Leave them out.':
    'libvirt sucht eine Firmware mit diesen Merkmalen nur, wenn firmware die Art nennt. Die Merkmale weglassen.',
  'Leave the features out': 'Merkmale weglassen',
  'With os.firmware libvirt finds the files itself, and older versions refuse a loader marked readonly beside it. Leave os.firmware or the loader out.':
    'Mit os.firmware findet libvirt die Dateien selbst, und ältere Versionen lehnen daneben einen loader mit readonly ab. os.firmware oder den loader weglassen.',
  'Leave the loader out': 'loader weglassen',
  'UEFI firmware is read-only; its variables are in a file of their own.':
    'UEFI-Firmware ist schreibgeschützt; ihre Variablen liegen in einer eigenen Datei.',
  'Leave readonly out': 'readonly weglassen',
  'Secure Boot needs SMM, which {1} does not have. Take q35.':
    'Secure Boot braucht SMM, das {1} nicht hat. q35 nehmen.',
  'Take q35': 'q35 nehmen',
  'Secure Boot needs SMM, which is switched off.': 'Secure Boot braucht SMM, und das ist ausgeschaltet.',
  'Switch SMM on': 'SMM einschalten',
  'BIOS keeps no variables in a file. Leave nvram out, or set the firmware to efi.':
    'Ein BIOS hält keine Variablen in einer Datei. nvram weglassen oder die Firmware auf efi setzen.',
  'Stateless firmware has no file of variables. Leave nvram out.':
    'Zustandslose Firmware hat keine Datei mit Variablen. nvram weglassen.',
  'Leave nvram out': 'nvram weglassen',
  'Leave loader out': 'loader weglassen',
  '{1} belongs to a firmware, and none is named. Say firmware: uefi, or the path of the loader.':
    '{1} gehört zu einer Firmware, und keine ist genannt. firmware: uefi angeben oder den Pfad des loader.',
  '{1} is UEFI for ARM, and the guest has {2}: it does not start. Name the image for that, or let libvirt choose.':
    '{1} ist UEFI für ARM, und der Gast hat {2}: So startet er nicht. Das Abbild dafür angeben oder libvirt wählen lassen.',
  '{1} is UEFI for x86, and the guest has {2}: it does not start. Name the image for that, or let libvirt choose.':
    '{1} ist UEFI für x86, und der Gast hat {2}: So startet er nicht. Das Abbild dafür angeben oder libvirt wählen lassen.',
  'Remove the loader': 'loader entfernen',
  'Secure Boot needs the machine q35; this is {1}. Take q35, or leave secure out.':
    'Secure Boot braucht die Maschine q35; dies ist {1}. q35 nehmen oder secure weglassen.',
  'Leave secure out': 'secure weglassen',
  'Secure Boot needs System Management Mode, which is off here.':
    'Secure Boot braucht den System Management Mode, der hier aus ist.',
  'Only a flash can be protected for Secure Boot: the loader is a BIOS here.':
    'Nur ein Flash lässt sich für Secure Boot schützen: Der loader ist hier ein BIOS.',
  'UEFI needs ACPI. Switch features.acpi on.': 'UEFI braucht ACPI. features.acpi einschalten.',
  'Switch ACPI on': 'ACPI einschalten',
  'The code of UEFI is read-only where its variables have a file of their own; libvirt does not start it otherwise.':
    'Der Code von UEFI ist schreibgeschützt, wo seine Variablen eine eigene Datei haben; sonst startet libvirt die VM nicht.',
  'Make it read-only': 'Schreibgeschützt machen',
  '{1} needs a processor of AMD, and emulation has none. Leave it out.':
    '{1} braucht einen Prozessor von AMD, und die Emulation hat keinen. Weglassen.',
  '{1} needs a processor of Intel, and emulation has none. Leave it out.':
    '{1} braucht einen Prozessor von Intel, und die Emulation hat keinen. Weglassen.',
  '{1} needs a processor of AMD, the host has {2}. Leave it out.':
    '{1} braucht einen Prozessor von AMD, der Host hat {2}. Weglassen.',
  '{1} needs a processor of Intel, the host has {2}. Leave it out.':
    '{1} braucht einen Prozessor von Intel, der Host hat {2}. Weglassen.',
  '{1} needs a processor of AMD. Leave it out.': '{1} braucht einen Prozessor von AMD. Weglassen.',
  '{1} needs a processor of Intel. Leave it out.': '{1} braucht einen Prozessor von Intel. Weglassen.',
  'Leave launch security out': 'launch_security weglassen',
  'ARM machines have no tpm-crb. Set the model to tpm-tis.':
    'ARM-Maschinen haben kein tpm-crb. Das Modell auf tpm-tis setzen.',
  'Set the model to tpm-tis': 'Modell auf tpm-tis setzen',
  'ARM machines have TPM 2.0 alone. Set the version to 2.0.':
    'ARM-Maschinen haben nur TPM 2.0. Die Version auf 2.0 setzen.',
  'A TPM of somebody else’s is reached over a socket: say its source, of type unix.':
    'Ein fremdes TPM wird über einen Socket erreicht: seine Quelle angeben, vom Typ unix.',
  'A TPM is emulated or the host’s: say the backend. emulator needs swtpm on the host.':
    'Ein TPM ist emuliert oder das des Hosts: das backend angeben. emulator braucht swtpm auf dem Host.',
  'Emulate it': 'Emulieren',
  'The model tpm-crb speaks TPM 2.0 alone. Set the version to 2.0, or the model to tpm-tis.':
    'Das Modell tpm-crb spricht nur TPM 2.0. Die Version auf 2.0 setzen oder das Modell auf tpm-tis.',
  'Set the version to 2.0': 'Version auf 2.0 setzen',
  'A VM can have one TPM. Remove the second.': 'Eine VM kann ein TPM haben. Das zweite entfernen.',
  'Remove the second TPM': 'Zweites TPM entfernen',
}
