import { describe, expect, it } from 'vitest';
import { isAbbreviation } from '../../src/glossary/abbreviations.ts';
import { looksLikeName, readName, stripNumbering } from '../../src/glossary/names.ts';

describe('readName()', () => {
  it.each([
    ['2. Virtual Machines (VMs)', 'Virtual Machines', ['VMs']],
    ['a. Message Queue:', 'Message Queue', []],
    ['RSA (Asymmetric)', 'RSA', []],
    ['Morris Worm (1988)', 'Morris Worm', []],
    ['Type 1 Hypervisor (Bare-Metal)', 'Type 1 Hypervisor', []],
    ['IOC (Indicator of Compromise)', 'IOC', ['Indicator of Compromise']],
    ['Cross-Site Scripting (XSS)', 'Cross-Site Scripting', ['XSS']],
    ['Kubernetes (K8s)', 'Kubernetes', ['K8s']],
    ['SELinux (Security-Enhanced Linux)', 'SELinux', ['Security-Enhanced Linux']],
    ['Zeek (formerly known as Bro)', 'Zeek', ['Bro']],
    ['Our Content Delivery Network (CDN)', 'Content Delivery Network', ['CDN']],
    ['plaso / log2timeline', 'plaso', ['log2timeline']],
    ['U2F / FIDO (Universal 2nd Factor / Fast Identity Online)', 'U2F', ['FIDO']],
    ['TCP/IP', 'TCP/IP', []],
    ['(unclosed', '(unclosed', []],
    ['()', '()', []],
  ])('reads %j as %j', (heading, name, aliases) => {
    expect(readName(heading)).toEqual({ name, aliases });
  });
});

describe('stripNumbering()', () => {
  it.each([
    ['1. Containers', 'Containers'],
    ['2.3 Types', 'Types'],
    ['b) Uses', 'Uses'],
    ['Step 4: Contain', 'Contain'],
    ['Example 2: Jib Sizes', 'Jib Sizes'],
    ['3 - Data review', 'Data review'],
    ['3-2-1 rule', '3-2-1 rule'],
    ['802.11 networks', 'networks'],
    ['5G', '5G'],
    ['I am a heading', 'I am a heading'],
  ])('turns %j into %j', (heading, bare) => {
    expect(stripNumbering(heading)).toBe(bare);
  });
});

describe('isAbbreviation()', () => {
  it.each([
    ['VMs', 'Virtual Machines', true],
    ['PoLP', 'Principle of Least Privilege', true],
    ['mTLS', 'Mutual TLS', true],
    ['AES', 'Symmetric Encryption', false],
    ['1988', 'Morris Worm', false],
    ['Hosted', 'Type 2 Hypervisor', false],
  ])('%j of %j: %s', (short, long, expected) => {
    expect(isAbbreviation(short, long)).toBe(expected);
  });
});

describe('looksLikeName()', () => {
  it.each([
    ['Zero Trust', true],
    ['Key Management Service', true],
    ['Key Features', false],
    ['Step 1', false],
    ['Why IOCs Are Important', false],
    ['Summary', false],
    ['Attackers can spoof packets', false],
    ['Containers vs VMs', false],
    ['It ends here.', false],
  ])('%j: %s', (name, expected) => {
    expect(looksLikeName({ name, aliases: [] })).toBe(expected);
  });
});
