package org.cairn.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On an [Acting] parameter of a handler below `/o/{organisation}` or `/api`: the roles of which one is needed.
/// Somebody who is no member gets 404, a member without the role 403. Empty means: any member.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ActingAs {
    Role[] value() default {};
}
