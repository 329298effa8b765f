@org.jspecify.annotations.NullMarked
package org.cairn.skills.pathway;
