import { nameKey } from '../language/normalise.ts';

/** How a page names a facet, and what its bullets are. */
export interface FacetKind {
  /** Canonical name, as answers show it. */
  readonly name: string;
  /** Other headings that mean the same. Plurals and case are folded. */
  readonly headings: readonly string[];
  /** `names`: its bullets name tools or examples; `terms`: they may be terms of their own; `points`: statements. */
  readonly holds: 'names' | 'terms' | 'points';
}

/**
 * The facets that wikis use most. The headings were collected from the pages that secterm was tried on;
 * a heading that is not listed stays a facet of its own, under the name that the page gives it.
 */
export const FACETS: readonly FacetKind[] = [
  {
    name: 'Key Features',
    headings: [
      'key features',
      'features',
      'feature',
      'key characteristics',
      'capabilities',
      'core functions',
      'key functions',
      'functions',
    ],
    holds: 'points',
  },
  {
    name: 'Characteristics',
    headings: ['characteristics', 'properties', 'traits', 'attributes', 'key properties'],
    holds: 'points',
  },
  {
    name: 'Tools and Platforms',
    headings: [
      'tools and platforms',
      'tools',
      'platforms',
      'popular tools',
      'common tools',
      'tools and technologies',
      'technologies',
      'products',
      'implementations',
      'common implementations',
      'software',
      'vendors',
    ],
    holds: 'names',
  },
  {
    name: 'Use Cases',
    headings: [
      'use cases',
      'use case',
      'common use cases',
      'popular use cases',
      'typical use cases',
      'applications',
      'usage',
      'uses',
      'when to use',
      'when to use it',
      'where it is used',
      'typical use',
    ],
    holds: 'points',
  },
  {
    name: 'Advantages',
    headings: [
      'advantages',
      'benefits',
      'strengths',
      'pros',
      'key benefits',
      'upsides',
      'why use it',
      'why it matters',
      'why it helps',
      'how it helps',
    ],
    holds: 'points',
  },
  {
    name: 'Challenges',
    headings: [
      'challenges',
      'disadvantages',
      'limitations',
      'drawbacks',
      'weaknesses',
      'cons',
      'challenges and limitations',
      'limits',
      'risks',
      'downsides',
      'trade-offs',
      'shortcomings',
      'pitfalls',
      'security concerns',
      'common mistakes',
    ],
    holds: 'points',
  },
  {
    name: 'How It Works',
    headings: [
      'how it works',
      'how they work',
      'how does it work',
      'how works',
      'mechanism',
      'working principle',
      'operation',
      'process',
      'workflow',
      'steps',
    ],
    holds: 'points',
  },
  {
    name: 'Purpose',
    headings: [
      'purpose',
      'goal',
      'goals',
      'primary goal',
      'problem it addresses',
      'objective',
      'objectives',
      'why',
      'role',
      'motivation',
    ],
    holds: 'points',
  },
  {
    name: 'Types',
    headings: ['types', 'kinds', 'categories', 'variants', 'forms', 'classes', 'common types'],
    holds: 'terms',
  },
  {
    name: 'Components',
    headings: ['components', 'key components', 'parts', 'elements', 'building blocks', 'core components'],
    holds: 'terms',
  },
  {
    name: 'Examples',
    headings: [
      'examples',
      'example',
      'real-world examples',
      'real-world example',
      'example policy',
      'notable cases',
      'scenario',
      'common examples',
      'example use cases',
    ],
    holds: 'names',
  },
  {
    name: 'Prevention',
    headings: [
      'prevention',
      'mitigation',
      'mitigations',
      'mitigation strategies',
      'defences',
      'defenses',
      'defence',
      'defense',
      'countermeasures',
      'protection',
      'mitigation and prevention',
      'how to prevent it',
      'remediation',
    ],
    holds: 'points',
  },
  {
    name: 'Best Practices',
    headings: [
      'best practices',
      'best practice',
      'recommendations',
      'guidelines',
      'good practices',
      'good practice',
      'tips',
      'suggestions',
    ],
    holds: 'points',
  },
  {
    name: 'Security Implications',
    headings: [
      'security implications',
      'security considerations',
      'security aspects',
      'implications',
      'considerations',
      'security',
    ],
    holds: 'points',
  },
  {
    name: 'Impact',
    headings: ['impact', 'consequences', 'effects', 'real-world impact', 'damage'],
    holds: 'points',
  },
  {
    name: 'Causes',
    headings: [
      'causes',
      'cause',
      'root causes',
      'common causes',
      'reasons',
      'how it comes about',
      'how it happens',
      'why it happens',
    ],
    holds: 'points',
  },
  {
    name: 'Detection',
    headings: [
      'detection',
      'how to detect it',
      'indicators',
      'detection methods',
      'what to look for',
      'signs',
      'symptoms',
    ],
    holds: 'points',
  },
  {
    name: 'Related',
    headings: [
      'related',
      'related terms',
      'see also',
      'alternatives',
      'alternative',
      'not to be confused with',
    ],
    holds: 'points',
  },
];

/** Where a page lacks the facet that was asked for, these say nearly the same. */
export const NEXT_BEST: Readonly<Record<string, readonly string[]>> = {
  Purpose: ['Use Cases', 'Advantages', 'Main purpose'],
  'Use Cases': ['Purpose', 'Typical use', 'Typical user', 'Fits', 'Examples'],
  Characteristics: ['Key Features', 'Details'],
  'Key Features': ['Characteristics', 'Details'],
  'Tools and Platforms': ['Examples', 'Implementations', 'Support'],
  Examples: ['Example', 'Real-world example', 'Tools and Platforms', 'Use Cases'],
  'How It Works': ['Process', 'Steps', 'Key Features', 'Details'],
  Challenges: [
    'Limits',
    'Does not stop',
    'Main drawback',
    'Weak at',
    'Weakness',
    'Misconception',
    'Common mistake',
    'Security Implications',
  ],
  Advantages: ['Main benefit', 'Strong at', 'Purpose'],
  Prevention: ['Main defence', 'Mitigation', 'Countermeasures', 'Best Practices'],
  Components: ['Contents', 'Parts', 'Structure', 'Key Features'],
  Types: ['Kinds', 'Variants', 'Modes', 'Versions', 'Categories'],
  Impact: ['Effect', 'Consequences', 'Damage'],
  'Best Practices': ['Good practice', 'Prevention'],
  'Security Implications': ['Security', 'Challenges'],
};

export const DEFINITION = 'Definition';

const DEFINITION_HEADINGS = new Set(
  [
    'definition',
    'description',
    'feature description',
    'service description',
    'product description',
    'general description',
    'short description',
    'brief description',
    'meaning',
    'overview',
    'introduction',
    'what it is',
    'what is it',
    'summary',
    'about',
  ].map(nameKey),
);

const BY_HEADING = new Map(
  FACETS.flatMap(kind => [kind.name, ...kind.headings].map(heading => [nameKey(heading), kind])),
);

/** The facet that a heading or label names, or null when the words are the page's own. */
export function facetKind(heading: string): FacetKind | null {
  const known = BY_HEADING.get(nameKey(heading));
  if (known) return known;
  const [, bare = ''] = QUALIFIED.exec(heading) ?? [];
  const kind = bare === '' ? undefined : BY_HEADING.get(nameKey(bare));
  return kind && OFTEN_QUALIFIED.has(kind.name) ? kind : null;
}

/** "Recommended Tools", "Common Pitfalls": which of them are meant, not another side. */
const QUALIFIED =
  /^(?:key|main|major|minor|common|typical|recommended|suggested|general|other|possible|potential|additional|further|primary|notable|popular|known|some|more|useful|important)\s+(\S.*)$/i;
const OFTEN_QUALIFIED = new Set([
  'Key Features',
  'Characteristics',
  'Tools and Platforms',
  'Use Cases',
  'Advantages',
  'Challenges',
  'Best Practices',
  'Examples',
  'Causes',
]);

/** Whether the heading is, to the letter, a facet's usual heading: "Risks" is, while "Risk" may be a term. */
export function isFacetHeading(heading: string): boolean {
  return LITERAL_HEADINGS.has(heading.trim().toLowerCase());
}

const LITERAL_HEADINGS = new Set(
  FACETS.flatMap(kind => [kind.name, ...kind.headings]).map(heading => heading.toLowerCase()),
);

export function isDefinitionLabel(label: string): boolean {
  return DEFINITION_HEADINGS.has(nameKey(label));
}
