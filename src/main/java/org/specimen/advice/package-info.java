/**
 * Says which tool fits a project and why: layers, stacks, questions, and the rules between them.
 */
@NullMarked
package org.specimen.advice;

import org.jspecify.annotations.NullMarked;
